package dev.gantry.istio;

import static java.time.Duration.ofSeconds;

import dev.gantry.Port;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.Secret;
import dev.gantry.istio.traffic.CaptureMode;
import dev.gantry.istio.traffic.EnvoyFilter;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.OutboundTrafficMode;
import dev.gantry.istio.traffic.RouteDestination;
import dev.gantry.istio.traffic.ServerTlsMode;
import dev.gantry.istio.traffic.ServerTlsProtocol;
import dev.gantry.istio.traffic.Sidecar;
import dev.gantry.model.Case;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import io.fabric8.istio.api.api.networking.v1alpha3.GatewayFluent;
import io.fabric8.istio.api.api.networking.v1alpha3.OutboundTrafficPolicyMode;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSProtocol;
import io.fabric8.istio.api.api.networking.v1alpha3.ServerTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.SidecarFluent;
import io.fabric8.istio.api.networking.v1.GatewayBuilder;
import io.fabric8.istio.api.networking.v1.SidecarBuilder;
import io.fabric8.istio.api.networking.v1alpha3.EnvoyFilterBuilder;
import java.util.List;
import java.util.function.Consumer;

final class GatewayCases {

    private static final Port HTTP = Port.http(8081);
    private static final Deployment WEB = Deployment.of("web", d -> d.selector("app", "web"));

    private GatewayCases() {}

    static List<Case> cases() {
        return List.of(
                gateway(
                        "pods and servers",
                        g -> g.selects(WEB)
                                .selector("istio", "ingressgateway")
                                .server(
                                        "http",
                                        80,
                                        IstioProtocol.HTTP,
                                        s -> s.name("plain")
                                                .host("*")
                                                .host("192.0.2.8")
                                                .bind("192.0.2.7")
                                                .defaultEndpoint("127.0.0.1:8080")
                                                .httpsRedirect())
                                .server(
                                        "https",
                                        443,
                                        IstioProtocol.HTTPS,
                                        s -> s.host(Namespace.existing("shop"), "shop.example.com")
                                                .hostOfOwnNamespace("*.example.com")
                                                .tls(ServerTlsMode.SIMPLE, Secret.existing("shop-tls"))),
                        s -> s.addToSelector("app", "web")
                                .addToSelector("istio", "ingressgateway")
                                .addNewServer()
                                .withNewPort("http", 80L, "HTTP", null)
                                .withName("plain")
                                .withHosts("*", "192.0.2.8")
                                .withBind("192.0.2.7")
                                .withDefaultEndpoint("127.0.0.1:8080")
                                .withNewTls()
                                .withHttpsRedirect(true)
                                .endTls()
                                .endServer()
                                .addNewServer()
                                .withNewPort("https", 443L, "HTTPS", null)
                                .withHosts("shop/shop.example.com", "./*.example.com")
                                .withNewTls()
                                .withMode(ServerTLSSettingsTLSmode.SIMPLE)
                                .withCredentialName("shop-tls")
                                .endTls()
                                .endServer()),
                gateway(
                        "all that can be said of TLS",
                        g -> g.server(
                                        "tls",
                                        8443,
                                        IstioProtocol.TLS,
                                        s -> s.host("a.example.com")
                                                .tls(
                                                        ServerTlsMode.OPTIONAL_MUTUAL,
                                                        t -> t.credentials(
                                                                        Secret.existing("rsa"),
                                                                        Secret.existing("ecdsa"))
                                                                .caCertCredential(Secret.existing("ca"))
                                                                .caCrl("/tls/crl")
                                                                .subjectAltNames("client.example.com")
                                                                .verifyCertificateSpki("c3BraQ==")
                                                                .verifyCertificateHash("abcd")
                                                                .minProtocolVersion(ServerTlsProtocol.TLSV1_2)
                                                                .maxProtocolVersion(ServerTlsProtocol.TLSV1_3)
                                                                .cipherSuites("ECDHE-RSA-AES256-GCM-SHA384")))
                                .server(
                                        "files",
                                        8444,
                                        IstioProtocol.TLS,
                                        s -> s.host("b.example.com")
                                                .tls(
                                                        ServerTlsMode.MUTUAL,
                                                        t -> t.certificate("/tls/crt", "/tls/key")
                                                                .caCertificates("/tls/ca")))
                                .server(
                                        "pairs",
                                        8445,
                                        IstioProtocol.TLS,
                                        s -> s.host("c.example.com")
                                                .tls(
                                                        ServerTlsMode.SIMPLE,
                                                        t -> t.tlsCertificate("/a/crt", "/a/key")
                                                                .tlsCertificate("/b/crt", "/b/key", "/b/ca")))
                                .v1beta1(),
                        s -> s.addNewServer()
                                .withNewPort("tls", 8443L, "TLS", null)
                                .withHosts("a.example.com")
                                .withNewTls()
                                .withMode(ServerTLSSettingsTLSmode.OPTIONAL_MUTUAL)
                                .withCredentialNames("rsa", "ecdsa")
                                .withCaCertCredentialName("ca")
                                .withCaCrl("/tls/crl")
                                .withSubjectAltNames("client.example.com")
                                .withVerifyCertificateSpki("c3BraQ==")
                                .withVerifyCertificateHash("abcd")
                                .withMinProtocolVersion(ServerTLSSettingsTLSProtocol.TLSV1_2)
                                .withMaxProtocolVersion(ServerTLSSettingsTLSProtocol.TLSV1_3)
                                .withCipherSuites("ECDHE-RSA-AES256-GCM-SHA384")
                                .endTls()
                                .endServer()
                                .addNewServer()
                                .withNewPort("files", 8444L, "TLS", null)
                                .withHosts("b.example.com")
                                .withNewTls()
                                .withMode(ServerTLSSettingsTLSmode.MUTUAL)
                                .withServerCertificate("/tls/crt")
                                .withPrivateKey("/tls/key")
                                .withCaCertificates("/tls/ca")
                                .endTls()
                                .endServer()
                                .addNewServer()
                                .withNewPort("pairs", 8445L, "TLS", null)
                                .withHosts("c.example.com")
                                .withNewTls()
                                .withMode(ServerTLSSettingsTLSmode.SIMPLE)
                                .addNewTlsCertificate(null, "/a/key", "/a/crt")
                                .addNewTlsCertificate("/b/ca", "/b/key", "/b/crt")
                                .endTls()
                                .endServer()),
                sidecar(
                        "listeners for both directions",
                        b -> b.selects(WEB)
                                .selector("tier", "front")
                                .ingress(
                                        HTTP,
                                        IstioProtocol.HTTP,
                                        i -> i.bind("0.0.0.0")
                                                .captureMode(CaptureMode.NONE)
                                                .defaultEndpoint("127.0.0.1:8081")
                                                .tls(
                                                        ServerTlsMode.SIMPLE,
                                                        t -> t.credential(Secret.existing("web-tls")))
                                                .connectionPool(c -> c.tcp(t -> t.maxConnections(5))))
                                .egress(e -> e.port(Port.tcp("sql", 3306), IstioProtocol.TCP)
                                        .bind("127.0.0.1")
                                        .captureMode(CaptureMode.IPTABLES)
                                        .host(Service.existing("db"))
                                        .host(Service.existing("api").in("other"))
                                        .namespace(Namespace.existing("istio-system"))
                                        .ownNamespace()
                                        .hosts("*/outside.example.com"))
                                .inboundConnectionPool(c -> c.tcp(t -> t.idleTimeout(ofSeconds(7))))
                                .outboundTrafficPolicy(
                                        OutboundTrafficMode.ALLOW_ANY, RouteDestination.host("proxy.example.com")),
                        s -> s.withNewWorkloadSelector()
                                .addToLabels("app", "web")
                                .addToLabels("tier", "front")
                                .endWorkloadSelector()
                                .addNewIngress()
                                .withNewPort("http", 8081L, "HTTP", null)
                                .withBind("0.0.0.0")
                                .withCaptureMode(io.fabric8.istio.api.api.networking.v1alpha3.CaptureMode.NONE)
                                .withDefaultEndpoint("127.0.0.1:8081")
                                .withNewTls()
                                .withMode(ServerTLSSettingsTLSmode.SIMPLE)
                                .withCredentialName("web-tls")
                                .endTls()
                                .withNewConnectionPool()
                                .withNewTcp()
                                .withMaxConnections(5)
                                .endTcp()
                                .endConnectionPool()
                                .endIngress()
                                .addNewEgress()
                                .withNewPort("sql", 3306L, "TCP", null)
                                .withBind("127.0.0.1")
                                .withCaptureMode(io.fabric8.istio.api.api.networking.v1alpha3.CaptureMode.IPTABLES)
                                .withHosts(
                                        "./db.shop.svc.cluster.example",
                                        "other/api.other.svc.cluster.example",
                                        "istio-system/*",
                                        "./*",
                                        "*/outside.example.com")
                                .endEgress()
                                .withNewInboundConnectionPool()
                                .withNewTcp()
                                .withIdleTimeout("7s")
                                .endTcp()
                                .endInboundConnectionPool()
                                .withNewOutboundTrafficPolicy()
                                .withMode(OutboundTrafficPolicyMode.ALLOW_ANY)
                                .withNewEgressProxy()
                                .withHost("proxy.example.com")
                                .endEgressProxy()
                                .endOutboundTrafficPolicy()),
                sidecar(
                        "a closed mesh",
                        b -> b.outboundTrafficPolicy(OutboundTrafficMode.REGISTRY_ONLY),
                        s -> s.withNewOutboundTrafficPolicy()
                                .withMode(OutboundTrafficPolicyMode.REGISTRY_ONLY)
                                .endOutboundTrafficPolicy()),
                new Case(
                        "an EnvoyFilter",
                        EnvoyFilter.of("lua", e -> e.label("team", "edge")),
                        new EnvoyFilterBuilder()
                                .withNewMetadata()
                                .withName("lua")
                                .addToLabels("team", "edge")
                                .endMetadata()
                                .build()));
    }

    private static Case gateway(
            String name, Consumer<IstioGateway.Builder> options, Consumer<GatewayFluent<?>> byHand) {
        IstioGateway made = IstioGateway.of("public", options);
        GatewayBuilder object = new GatewayBuilder()
                .withApiVersion(made.kind().apiVersion())
                .withNewMetadata()
                .withName("public")
                .endMetadata();
        var spec = object.withNewSpec();
        byHand.accept(spec);
        spec.endSpec();
        return new Case("a Gateway with " + name, made, object.build());
    }

    private static Case sidecar(String name, Consumer<Sidecar.Builder> options, Consumer<SidecarFluent<?>> byHand) {
        SidecarBuilder object =
                new SidecarBuilder().withNewMetadata().withName("web").endMetadata();
        var spec = object.withNewSpec();
        byHand.accept(spec);
        spec.endSpec();
        return new Case("a Sidecar with " + name, Sidecar.of("web", options), object.build());
    }
}
