package dev.gantry.istio;

import static java.time.Duration.ofSeconds;

import dev.gantry.istio.telemetry.IstioMetric;
import dev.gantry.istio.telemetry.Telemetry;
import dev.gantry.istio.telemetry.WorkloadMode;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import io.fabric8.istio.api.api.telemetry.v1alpha1.MetricSelectorBuilder;
import io.fabric8.istio.api.api.telemetry.v1alpha1.MetricSelectorCustomMetric;
import io.fabric8.istio.api.api.telemetry.v1alpha1.MetricSelectorIstioMetric;
import io.fabric8.istio.api.api.telemetry.v1alpha1.MetricSelectorMetric;
import io.fabric8.istio.api.api.telemetry.v1alpha1.MetricsOverridesTagOverrideBuilder;
import io.fabric8.istio.api.api.telemetry.v1alpha1.MetricsOverridesTagOverrideOperation;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TelemetryFluent;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TracingCustomTag;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TracingCustomTagEnvironment;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TracingCustomTagHeader;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TracingCustomTagLiteral;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TracingEnvironment;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TracingLiteral;
import io.fabric8.istio.api.api.telemetry.v1alpha1.TracingRequestHeader;
import io.fabric8.istio.api.telemetry.v1.TelemetryBuilder;
import java.util.List;
import java.util.function.Consumer;

final class TelemetryCases {

    private static final ExtensionProvider JAEGER = ExtensionProvider.existing("jaeger");
    private static final Deployment WEB = Deployment.of("web", d -> d.selector("app", "web"));

    private TelemetryCases() {}

    static List<Case> cases() {
        return List.of(
                telemetry(
                        "traces",
                        t -> t.v1alpha1()
                                .selects(WEB)
                                .tracing(r -> r.match(WorkloadMode.SERVER)
                                        .providers(JAEGER)
                                        .randomSamplingPercentage(12.5)
                                        .disableSpanReporting(true)
                                        .useRequestIdForTraceSampling(false)
                                        .enableIstioTags(false)
                                        .literalTag("team", "shop")
                                        .environmentTag("node", "NODE_NAME")
                                        .environmentTag("zone", "ZONE", "none")
                                        .headerTag("user", "x-user")
                                        .headerTag("tenant", "x-tenant", "all")),
                        s -> s.withNewSelector()
                                .addToMatchLabels("app", "web")
                                .endSelector()
                                .addNewTracing()
                                .withNewMatch()
                                .withMode(io.fabric8.istio.api.api.telemetry.v1alpha1.WorkloadMode.SERVER)
                                .endMatch()
                                .addNewProvider("jaeger")
                                .withRandomSamplingPercentage(12.5)
                                .withDisableSpanReporting(true)
                                .withUseRequestIdForTraceSampling(false)
                                .withEnableIstioTags(false)
                                .addToCustomTags(
                                        "team",
                                        new TracingCustomTag(new TracingCustomTagLiteral(new TracingLiteral("shop"))))
                                .addToCustomTags("node", environment(null, "NODE_NAME"))
                                .addToCustomTags("zone", environment("none", "ZONE"))
                                .addToCustomTags("user", header(null, "x-user"))
                                .addToCustomTags("tenant", header("all", "x-tenant"))
                                .endTracing()),
                telemetry(
                        "metrics",
                        t -> t.metrics(m -> m.providers(ExtensionProvider.existing("prometheus"))
                                .reportingInterval(ofSeconds(15))
                                .override(
                                        IstioMetric.REQUEST_COUNT,
                                        o -> o.mode(WorkloadMode.CLIENT)
                                                .tag("host", "request.host")
                                                .removeTag("grpc_response_status"))
                                .overrideCustom("my_metric", o -> o.disabled(true))),
                        s -> s.addNewMetric()
                                .addNewProvider("prometheus")
                                .withReportingInterval("15s")
                                .addNewOverride()
                                .withMatch(new MetricSelectorBuilder()
                                        .withMetricMatch(
                                                new MetricSelectorMetric(MetricSelectorIstioMetric.REQUEST_COUNT))
                                        .withMode(io.fabric8.istio.api.api.telemetry.v1alpha1.WorkloadMode.CLIENT)
                                        .build())
                                .addToTagOverrides(
                                        "host",
                                        new MetricsOverridesTagOverrideBuilder()
                                                .withValue("request.host")
                                                .build())
                                .addToTagOverrides(
                                        "grpc_response_status",
                                        new MetricsOverridesTagOverrideBuilder()
                                                .withOperation(MetricsOverridesTagOverrideOperation.REMOVE)
                                                .build())
                                .endOverride()
                                .addNewOverride()
                                .withMatch(new MetricSelectorBuilder()
                                        .withMetricMatch(new MetricSelectorCustomMetric("my_metric"))
                                        .build())
                                .withDisabled(true)
                                .endOverride()
                                .endMetric()),
                telemetry(
                        "access logs",
                        t -> t.targetRef(Service.existing("waypoint"))
                                .accessLogging(l -> l.match(WorkloadMode.CLIENT)
                                        .providers(ExtensionProvider.existing("envoy"), JAEGER)
                                        .filter("response.code >= 400"))
                                .accessLogging(l -> l.disabled(true)),
                        s -> s.addNewTargetRef("", "Service", "waypoint", null)
                                .addNewAccessLogging()
                                .withNewMatch()
                                .withMode(io.fabric8.istio.api.api.telemetry.v1alpha1.WorkloadMode.CLIENT)
                                .endMatch()
                                .addNewProvider("envoy")
                                .addNewProvider("jaeger")
                                .withNewFilter("response.code >= 400")
                                .endAccessLogging()
                                .addNewAccessLogging()
                                .withDisabled(true)
                                .endAccessLogging()));
    }

    private static TracingCustomTag environment(String defaultValue, String name) {
        return new TracingCustomTag(new TracingCustomTagEnvironment(new TracingEnvironment(defaultValue, name)));
    }

    private static TracingCustomTag header(String defaultValue, String name) {
        return new TracingCustomTag(new TracingCustomTagHeader(new TracingRequestHeader(defaultValue, name)));
    }

    private static Case telemetry(
            String name, Consumer<Telemetry.Builder> options, Consumer<TelemetryFluent<?>> byHand) {
        Telemetry made = Telemetry.of("web", options);
        TelemetryBuilder object = new TelemetryBuilder()
                .withApiVersion(made.kind().apiVersion())
                .withNewMetadata()
                .withName("web")
                .endMetadata();
        var spec = object.withNewSpec();
        byHand.accept(spec);
        spec.endSpec();
        return new Case("a Telemetry with " + name, made, object.build());
    }
}
