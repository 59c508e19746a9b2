package dev.gantry.monitoring.check;

import dev.gantry.check.Check;
import dev.gantry.check.Findings;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** The checks of monitors, rules and Prometheus. They read final trees, so they hold for raw objects and files too. */
public final class MonitoringChecks implements Check {

    private static final List<String> KINDS = List.of(
            "ServiceMonitor",
            "PodMonitor",
            "Probe",
            "ScrapeConfig",
            "PrometheusRule",
            "Prometheus",
            "PrometheusAgent",
            "Alertmanager");

    /** Made by {@link java.util.ServiceLoader}. */
    public MonitoringChecks() {}

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(List.of(MonitorRule.values()));
        rules.addAll(List.of(ExpressionRule.values()));
        return rules;
    }

    @Override
    public void check(Model model, Findings findings) {
        if (KINDS.stream()
                .allMatch(kind -> model.ofKind(ScrapeTargets.GROUP, kind).isEmpty())) {
            return;
        }
        ScrapeTargets targets = ScrapeTargets.of(model);
        Takers takers = new Takers(model);
        new MonitorCheck(model, targets, findings).check();
        new EndpointCheck(findings).check(model);
        new ProbeCheck(findings).check(model);
        new TakenCheck(model, takers, findings).check();
        new DiscoveryCheck(model, targets, takers, findings).check();
        new AlertmanagerCheck(model, findings).check();
        new RuleCheck(model, new KnownJobs(model, targets), findings).check();
    }
}
