package com.example.canary;

import static com.example.canary.Servers.HTTP;
import static com.example.canary.Servers.METRICS;
import static dev.gantry.istio.security.MutualTlsMode.PERMISSIVE;
import static dev.gantry.istio.security.MutualTlsMode.STRICT;
import static java.time.Duration.ofSeconds;

import dev.gantry.App;
import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.config.Secret;
import dev.gantry.istio.ExtensionProvider;
import dev.gantry.istio.component.Canary;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.PeerAuthentication;
import dev.gantry.istio.telemetry.Telemetry;
import dev.gantry.istio.traffic.IstioGateway;
import dev.gantry.istio.traffic.IstioProtocol;
import dev.gantry.istio.traffic.ServerTlsMode;

/** How requests come in, which version answers them, who may ask, and what is traced. */
final class Mesh {

    private static final ServiceAccount INGRESS =
            ServiceAccount.existing("istio-ingressgateway-service-account").in("istio-system");

    private final Stack edge;
    private final Stack shop;
    private final Servers servers;

    Mesh(App app, Stack shop, Servers servers) {
        this.edge = app.stack("edge", s -> s.namespace("istio-system").label("app.kubernetes.io/part-of", "shop"));
        this.shop = shop;
        this.servers = servers;
    }

    /** Whoever asks for the canary gets it; of all others, a part does. */
    void route(CanaryShop.Settings env) {
        IstioGateway gateway = edge.add(IstioGateway.of("shop", g -> g
                .selector("istio", "ingressgateway")
                .server("https", 443, IstioProtocol.HTTPS, s -> s
                        .host(env.host())
                        .tls(ServerTlsMode.SIMPLE, Secret.existing("shop-tls")))));
        shop.add(Canary.of("web", servers.service, servers.stable, servers.canary, env.canaryPercent(), c -> c
                .host(env.host())
                .gateway(gateway)
                .port(HTTP)
                .header("x-canary", "true")
                .route(r -> r
                        .timeout(ofSeconds(5))
                        .retries(2, t -> t.perTryTimeout(ofSeconds(2)).retryOn("connect-failure,refused-stream")))));
    }

    /** All traffic is encrypted and known by account, but for Prometheus, which is not in the mesh. */
    void secure() {
        shop.add(PeerAuthentication.of("web", p -> p
                .selector(Servers.NAME, "web")
                .mtls(STRICT)
                .portLevelMtls(METRICS, PERMISSIVE)));
        shop.add(AuthorizationPolicy.of("web", p -> p
                .selector(Servers.NAME, "web")
                .rule(r -> r
                        .from(s -> s.principals(INGRESS))
                        .to(o -> o.ports(HTTP).methods("GET", "POST")))
                .rule(r -> r
                        .to(o -> o.ports(METRICS).methods("GET").paths("/metrics")))));
    }

    void trace(CanaryShop.Settings env) {
        shop.add(Telemetry.of("shop", t -> t
                .tracing(r -> r
                        .providers(ExtensionProvider.existing("otel"))
                        .randomSamplingPercentage(env.traceSampling()))));
    }
}
