package dev.gantry.istio.check;

import dev.gantry.check.Check;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** The checks of Istio's kinds. They read final trees, so they hold for raw objects and after raw edits too. */
public final class IstioChecks implements Check {

    static final String NETWORKING = "networking.istio.io";
    static final String SECURITY = "security.istio.io";
    static final String TELEMETRY = "telemetry.istio.io";

    /** Made by {@link java.util.ServiceLoader}. */
    public IstioChecks() {}

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(List.of(TrafficRule.values()));
        rules.addAll(List.of(MeshRule.values()));
        return rules;
    }

    /** Nothing is looked at, nor are the classes loaded that would do so, where a program has none of these kinds. */
    @Override
    public void check(Model model, Findings findings) {
        List<Manifest> routes = model.ofKind(NETWORKING, "VirtualService");
        List<Manifest> rules = model.ofKind(NETWORKING, "DestinationRule");
        List<Manifest> gateways = model.ofKind(NETWORKING, "Gateway");
        MeshHosts hosts = new MeshHosts(model);
        if (!routes.isEmpty() || !rules.isEmpty()) {
            Subsets subsets = new Subsets(rules);
            new DestinationCheck(model, hosts, subsets, findings).check(routes);
            new SubsetCheck(model, hosts, subsets, findings).check(rules);
            new DestinationRuleCheck(model, hosts, findings).check(rules);
            new RouteCheck(findings).check(routes);
            new MatchTextCheck(findings).check(routes);
            new RouteOrderCheck(findings).check(routes);
            new SameHostCheck(findings).check(routes);
        }
        if (!gateways.isEmpty()) {
            new GatewayServerCheck(findings).check(gateways);
            new GatewaySecretCheck(model, findings).check(gateways);
            new GatewayHostCheck(hosts, findings).check(gateways, routes);
            new GatewayNameCheck(findings).check(gateways, routes);
        }
        List<Manifest> entries = model.ofKind(NETWORKING, "ServiceEntry");
        boolean policies = hasPolicies(model);
        if (!entries.isEmpty()) {
            new ServiceEntryCheck(findings).check(entries);
        }
        if (policies
                || !(routes.isEmpty() && rules.isEmpty() && gateways.isEmpty() && entries.isEmpty())
                || !model.ofKind(NETWORKING, "EnvoyFilter").isEmpty()) {
            new ExclusiveFields(model, findings).check();
        }
        if (policies) {
            new SelectorCheck(model, findings).check();
            new AuthorizationCheck(model, findings).check();
            new PolicyTextCheck(model, findings).check();
            new PrincipalCheck(model, findings).check();
            new PeerPortCheck(model, findings).check();
            new TlsConflictCheck(model, findings).check();
            new ScrapeCheck(model, findings).check();
            new ProviderCheck(model, findings).check();
        }
    }

    private static boolean hasPolicies(Model model) {
        return !model.ofKind(SECURITY, "AuthorizationPolicy").isEmpty()
                || !model.ofKind(SECURITY, "PeerAuthentication").isEmpty()
                || !model.ofKind(SECURITY, "RequestAuthentication").isEmpty()
                || !model.ofKind(TELEMETRY, "Telemetry").isEmpty()
                || !model.ofKind(NETWORKING, "Sidecar").isEmpty();
    }
}
