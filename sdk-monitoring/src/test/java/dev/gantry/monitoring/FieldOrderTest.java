package dev.gantry.monitoring;

import dev.gantry.extension.FieldOrderContract;
import dev.gantry.model.Case;
import java.util.List;
import java.util.Set;

class FieldOrderTest extends FieldOrderContract {

    @Override
    protected List<Case> cases() {
        return Cases.all();
    }

    @Override
    protected Set<String> unordered() {
        return Set.of(
                "AlertmanagerSpec.nodeSelector",
                "EmbeddedObjectMetadata.annotations",
                "EmbeddedObjectMetadata.labels",
                "Endpoint.params",
                "OAuth2.endpointParams",
                "PodMetricsEndpoint.params",
                "ProbeTargetStaticConfig.labels",
                "PrometheusSpec.externalLabels",
                "PrometheusSpec.nodeSelector",
                "RemoteReadSpec.headers",
                "RemoteReadSpec.requiredMatchers",
                "RemoteWriteSpec.headers",
                "Rule.annotations",
                "Rule.labels",
                "RuleGroup.labels",
                "ScrapeConfigSpec.params",
                "StaticConfig.labels");
    }
}
