package dev.gantry.monitoring.check;

import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Finds monitors and rules that no Prometheus of the program takes. */
final class TakenCheck {

    private static final List<String> KINDS =
            List.of("ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig", "PrometheusRule");

    private final Model model;
    private final Takers takers;
    private final Findings findings;

    TakenCheck(Model model, Takers takers, Findings findings) {
        this.model = model;
        this.takers = takers;
        this.findings = findings;
    }

    void check() {
        for (String kind : KINDS) {
            List<Manifest> objects = model.ofKind(ScrapeTargets.GROUP, kind);
            List<Manifest> all = objects.isEmpty() ? List.of() : takers.all(kind);
            if (!all.isEmpty()) {
                objects.forEach(object -> check(object, all));
            }
        }
    }

    private void check(Manifest object, List<Manifest> all) {
        List<Takers.Reason> reasons = new ArrayList<>(all.size());
        for (Manifest taker : all) {
            Takers.Reason reason = takers.refusal(taker, object);
            if (reason == null) {
                return;
            }
            reasons.add(reason);
        }
        Takers.Reason first = reasons.get(0);
        boolean labels = first.field().endsWith("Selector") && !first.field().endsWith("NamespaceSelector");
        Finding finding = Finding.of(
                        MonitorRule.NOT_TAKEN,
                        (all.size() == 1
                                        ? first.taker() + " does not take it: it "
                                        : "None takes it: " + first.taker() + " ")
                                + first.words() + ".")
                .hint(
                        labels
                                ? "Give it these labels with label(key, value), here or for its stack, or change the"
                                        + " selector of the Prometheus."
                                : "Add it to a stack of a namespace that the Prometheus looks into, or call "
                                        + Takers.field(object.id().kind())
                                        + "NamespaceSelector(...) on the Prometheus.");
        for (Takers.Reason reason : reasons) {
            finding = finding.related(reason.taker().lineOf(reason.field()), reason.taker() + " " + reason.words());
        }
        findings.add(object, labels ? "metadata.labels" : "metadata.namespace", finding);
    }
}
