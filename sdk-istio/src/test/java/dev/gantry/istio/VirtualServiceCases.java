package dev.gantry.istio;

import static dev.gantry.istio.traffic.StringMatch.exact;
import static dev.gantry.istio.traffic.StringMatch.prefix;
import static dev.gantry.istio.traffic.StringMatch.regex;

import dev.gantry.Port;
import dev.gantry.cluster.Namespace;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import io.fabric8.istio.api.api.networking.v1alpha3.Destination;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatch;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatchExact;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatchPrefix;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatchRegex;
import io.fabric8.istio.api.api.networking.v1alpha3.VirtualServiceFluent;
import io.fabric8.istio.api.networking.v1.VirtualServiceBuilder;
import java.util.List;
import java.util.function.Consumer;

final class VirtualServiceCases {

    private static final Port HTTP = Port.http(8081);
    private static final Port GRPC = Port.tcp("grpc", 9001);
    private static final Service WEB =
            Service.of("web", s -> s.selector("app", "web").port(HTTP, 82).port(GRPC));
    private static final Service OTHER = Service.existing("api").in("other");
    private static final Deployment CLIENT = Deployment.of("front", d -> d.selector("app", "front"));

    private VirtualServiceCases() {}

    static List<Case> cases() {
        return List.of(
                new Case(
                        "a VirtualService of an older version",
                        VirtualService.of("web", v -> v.v1beta1().host("shop.example.com")),
                        new io.fabric8.istio.api.networking.v1beta1.VirtualServiceBuilder()
                                .withNewMetadata()
                                .withName("web")
                                .endMetadata()
                                .withNewSpec()
                                .withHosts("shop.example.com")
                                .endSpec()
                                .build()),
                virtualService(
                        "hosts, gateways and who knows of it",
                        v -> v.host("*")
                                .host("192.0.2.7")
                                .host(WEB)
                                .host(OTHER)
                                .gateway(IstioGateway.existing("near"))
                                .gateway(IstioGateway.existing("public").in("istio-system"))
                                .mesh()
                                .exportTo(Namespace.existing("other"))
                                .exportToOwnNamespace()
                                .exportToAllNamespaces(),
                        s -> s.withHosts("*", "192.0.2.7", "web", "api.other.svc.cluster.example")
                                .withGateways("near", "istio-system/public", "mesh")
                                .withExportTo("other", ".", "*")),
                destinations(),
                matches(),
                tlsAndTcp());
    }

    private static Case destinations() {
        return virtualService(
                "destinations of HTTP routes",
                v -> v.http(r -> r.name("one").to(WEB))
                        .http(r -> r.to(WEB, GRPC))
                        .http(r -> r.to(WEB, HTTP, 40)
                                .to(RouteDestination.of(OTHER).subset("old").port(Port.http(83)), 30)
                                .to(
                                        RouteDestination.host("example.org").port(444),
                                        30,
                                        h -> h.setRequest("x-a", "1")
                                                .addRequest("x-b", "2")
                                                .removeRequest("x-c", "x-d")
                                                .setResponse("x-e", "3")
                                                .addResponse("x-f", "4")
                                                .removeResponse("x-g"))
                                .headers(h -> h.setRequest("x-h", "5"))),
                s -> s.addNewHttp()
                        .withName("one")
                        .addNewRoute()
                        .withDestination(to("web", null, null))
                        .endRoute()
                        .endHttp()
                        .addNewHttp()
                        .addNewRoute()
                        .withDestination(to("web", null, 9001L))
                        .endRoute()
                        .endHttp()
                        .addNewHttp()
                        .addNewRoute()
                        .withDestination(to("web", null, 82L))
                        .withWeight(40)
                        .endRoute()
                        .addNewRoute()
                        .withDestination(to("api.other.svc.cluster.example", "old", 83L))
                        .withWeight(30)
                        .endRoute()
                        .addNewRoute()
                        .withDestination(to("example.org", null, 444L))
                        .withWeight(30)
                        .withNewHeaders()
                        .withNewRequest()
                        .addToSet("x-a", "1")
                        .addToAdd("x-b", "2")
                        .withRemove("x-c", "x-d")
                        .endRequest()
                        .withNewResponse()
                        .addToSet("x-e", "3")
                        .addToAdd("x-f", "4")
                        .withRemove("x-g")
                        .endResponse()
                        .endHeaders()
                        .endRoute()
                        .withNewHeaders()
                        .withNewRequest()
                        .addToSet("x-h", "5")
                        .endRequest()
                        .endHeaders()
                        .endHttp());
    }

    private static Case matches() {
        return virtualService(
                "conditions of HTTP routes",
                v -> v.http(r -> r.match(m -> m.name("first")
                                .uri(prefix("/api"))
                                .ignoreUriCase(true)
                                .scheme(exact("https"))
                                .method(exact("GET"))
                                .authority(regex(".*\\.example\\.com"))
                                .header("canary", exact("true"))
                                .headerPresent("x-any")
                                .withoutHeader("x-old", prefix("1."))
                                .withoutHeader("x-none")
                                .queryParam("q", exact("1"))
                                .port(8443)
                                .statPrefix("api")
                                .sourceNamespace(Namespace.existing("other"))
                                .gateway(IstioGateway.existing("public").in("istio-system"))
                                .mesh())
                        .match(m -> m.port(WEB, HTTP).source(CLIENT).sourceLabel("track", "new"))
                        .to(WEB)),
                s -> s.addNewHttp()
                        .addNewMatch()
                        .withName("first")
                        .withUri(new StringMatch(new StringMatchPrefix("/api")))
                        .withIgnoreUriCase(true)
                        .withScheme(exactly("https"))
                        .withMethod(exactly("GET"))
                        .withAuthority(new StringMatch(new StringMatchRegex(".*\\.example\\.com")))
                        .addToHeaders("canary", exactly("true"))
                        .addToHeaders("x-any", new StringMatch())
                        .addToWithoutHeaders("x-old", new StringMatch(new StringMatchPrefix("1.")))
                        .addToWithoutHeaders("x-none", new StringMatch())
                        .addToQueryParams("q", exactly("1"))
                        .withPort(8443L)
                        .withStatPrefix("api")
                        .withSourceNamespace("other")
                        .withGateways("istio-system/public", "mesh")
                        .endMatch()
                        .addNewMatch()
                        .withPort(82L)
                        .addToSourceLabels("app", "front")
                        .addToSourceLabels("track", "new")
                        .endMatch()
                        .addNewRoute()
                        .withDestination(to("web", null, null))
                        .endRoute()
                        .endHttp());
    }

    private static Case tlsAndTcp() {
        return virtualService(
                "routes of TLS and TCP",
                v -> v.tls(r -> r.match(m -> m.sniHosts("a.example.com", "*.b.example.com")
                                        .destinationSubnets("192.0.2.0/24")
                                        .port(443)
                                        .sourceLabel("app", "front")
                                        .sourceNamespace(Namespace.existing("other"))
                                        .mesh())
                                .to(WEB, HTTP))
                        .tcp(r -> r.match(m -> m.destinationSubnets("198.51.100.0/24")
                                        .port(3306)
                                        .source(CLIENT)
                                        .sourceNamespace(Namespace.existing("shop"))
                                        .gateway(IstioGateway.existing("public")))
                                .to(RouteDestination.of(WEB), 25)
                                .to(WEB, GRPC, 75)),
                s -> s.addNewTl()
                        .addNewMatch()
                        .withSniHosts("a.example.com", "*.b.example.com")
                        .withDestinationSubnets("192.0.2.0/24")
                        .withPort(443L)
                        .addToSourceLabels("app", "front")
                        .withSourceNamespace("other")
                        .withGateways("mesh")
                        .endMatch()
                        .addNewRoute()
                        .withDestination(to("web", null, 82L))
                        .endRoute()
                        .endTl()
                        .addNewTcp()
                        .addNewMatch()
                        .withDestinationSubnets("198.51.100.0/24")
                        .withPort(3306L)
                        .addToSourceLabels("app", "front")
                        .withSourceNamespace("shop")
                        .withGateways("public")
                        .endMatch()
                        .addNewRoute()
                        .withDestination(to("web", null, null))
                        .withWeight(25)
                        .endRoute()
                        .addNewRoute()
                        .withDestination(to("web", null, 9001L))
                        .withWeight(75)
                        .endRoute()
                        .endTcp());
    }

    static Destination to(String host, String subset, Long port) {
        DestinationBuilder destination = new DestinationBuilder().withHost(host).withSubset(subset);
        return port == null
                ? destination.build()
                : destination.withNewPort(port).build();
    }

    static StringMatch exactly(String text) {
        return new StringMatch(new StringMatchExact(text));
    }

    static Case virtualService(
            String name, Consumer<VirtualService.Builder> options, Consumer<VirtualServiceFluent<?>> byHand) {
        VirtualServiceBuilder object =
                new VirtualServiceBuilder().withNewMetadata().withName("web").endMetadata();
        var spec = object.withNewSpec();
        byHand.accept(spec);
        spec.endSpec();
        return new Case("a VirtualService with " + name, VirtualService.of("web", options), object.build());
    }
}
