package com.example.platform;

import static dev.gantry.istio.traffic.StringMatch.exact;
import static java.time.Duration.ofSeconds;

import dev.gantry.Stack;
import dev.gantry.access.ServiceAccount;
import dev.gantry.finding.Severity;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.istio.security.MutualTlsMode;
import dev.gantry.istio.security.PeerAuthentication;
import dev.gantry.istio.traffic.DestinationRule;
import dev.gantry.istio.traffic.VirtualService;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;

/** How requests find the application, and who may send them. */
final class Mesh {

    private Mesh() {}

    static void define(Stack stack, String host, Deployment myapp, Service service) {
        DestinationRule tracks = stack.add(DestinationRule.of(
                "myapp-dr",
                service,
                d -> d.v1beta1()
                        .finding("GTY-IST-002", Severity.OFF, "the document deploys the canary elsewhere; see docs/seed.md")
                        .subset("stable", s -> s.label("version", "stable"))
                        .subset("canary", s -> s.label("version", "canary"))
                        .trafficPolicy(t -> t.connectionPool(c -> c.tcp(p -> p.maxConnections(10))
                                        .http(h -> h.http1MaxPendingRequests(10).maxRequestsPerConnection(2)))
                                .outlierDetection(o -> o.consecutiveErrors(3)
                                        .interval(ofSeconds(30))
                                        .baseEjectionTime(ofSeconds(30))))));
        stack.add(VirtualService.of(
                "myapp-vs",
                v -> v.v1beta1()
                        .host(host)
                        .http(r -> r.match(m -> m.header("canary", exact("true")))
                                .to(tracks.subset("canary"), 100))
                        .http(r -> r.to(tracks.subset("stable"), 90).to(tracks.subset("canary"), 10))));
        stack.add(PeerAuthentication.of(
                "myapp-pa",
                p -> p.v1beta1()
                        .finding("GTY-MSH-012", Severity.OFF, "the document scrapes in plain text; see docs/seed.md")
                        .selects(myapp)
                        .mtls(MutualTlsMode.STRICT)));
        stack.add(AuthorizationPolicy.of(
                "myapp-authz",
                a -> a.v1beta1()
                        .finding("GTY-MSH-013", Severity.OFF, "the document has no rule for metrics; see docs/seed.md")
                        .selects(myapp)
                        .rule(r -> r.from(f -> f.principals(ServiceAccount.existing("frontend-sa").in("frontend"))))
                        .rule(r -> r.to(o -> o.methods("GET", "POST").paths("/api/*")))
                        .rule(r -> r.when("request.headers[user-role]", "admin", "user"))));
    }
}
