package dev.gantry.check;

import static dev.gantry.security.PodSecurityStandard.BASELINE;
import static dev.gantry.security.PodSecurityStandard.PRIVILEGED;
import static dev.gantry.security.PodSecurityStandard.RESTRICTED;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import dev.gantry.security.PodSecurity;
import dev.gantry.security.PodSecurityStandard;
import dev.gantry.security.Shortfall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares workloads with the Pod Security Standards: with the one that their namespace enforces, the one that their stack
 * is hardened to, and otherwise with both. Each shortfall is reported once, by the first of these that it breaks.
 */
final class SecurityCheck {

    private final Model model;
    private final Workloads workloads;
    private final Findings findings;
    private final PodSecurityLabels labels;

    SecurityCheck(Model model, Workloads workloads, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.findings = findings;
        this.labels = new PodSecurityLabels(model, findings);
    }

    void check() {
        for (Workload workload : workloads.all()) {
            check(workload);
        }
    }

    private void check(Workload workload) {
        PodSecurityLabels.Level level = labels.of(workload.manifest().id().namespace());
        List<Shortfall> open = PodSecurity.shortfalls(
                workload.template(), model.kubernetesVersion().minor());
        if (level != null) {
            List<Shortfall> rejected =
                    level.minor() == model.kubernetesVersion().minor()
                            ? open
                            : PodSecurity.shortfalls(workload.template(), level.minor());
            rejected = rejected.stream()
                    .filter(s -> level.standard().covers(s.standard()))
                    .toList();
            open = open.stream()
                    .filter(s -> !level.standard().covers(s.standard()))
                    .toList();
            report(workload, rejected, SecurityRule.REJECTED, level);
        }
        if (open.isEmpty()) {
            return;
        }
        PodSecurityStandard hardening = model.stackOf(workload.manifest()).hardening();
        if (hardening == RESTRICTED) {
            report(workload, open, SecurityRule.HARDENED_RESTRICTED, null);
            return;
        }
        Rule rule = hardening == BASELINE ? SecurityRule.HARDENED_BASELINE : SecurityRule.BASELINE;
        report(workload, of(BASELINE, open), rule, null);
        if (hardening == null || hardening == PRIVILEGED) {
            report(workload, of(RESTRICTED, open), SecurityRule.RESTRICTED, null);
        }
    }

    private static List<Shortfall> of(PodSecurityStandard standard, List<Shortfall> shortfalls) {
        List<Shortfall> those = new ArrayList<>(shortfalls.size());
        for (Shortfall shortfall : shortfalls) {
            if (shortfall.standard() == standard) {
                those.add(shortfall);
            }
        }
        return those;
    }

    private void report(
            Workload workload, List<Shortfall> shortfalls, Rule rule, PodSecurityLabels.@Nullable Level level) {
        if (shortfalls.isEmpty()) {
            return;
        }
        StringBuilder list = new StringBuilder();
        Shortfall first = shortfalls.get(0);
        for (Shortfall shortfall : shortfalls) {
            list.append(list.isEmpty() ? "" : "; ").append(shortfall.text());
            first = shortfall.written() && !first.written() ? shortfall : first;
        }
        StackFacts stack = model.stackOf(workload.manifest());
        Finding finding = switch ((SecurityRule) rule) {
            case BASELINE, RESTRICTED -> unhardened((SecurityRule) rule, list);
            case REJECTED -> rejected(list, level);
            default ->
                Finding.of(rule, "The stack is hardened to " + stack.hardening() + ", but " + list + ".")
                        .hint((workload.type().isEmpty()
                                        ? "Set it in the pod template: harden(...) writes to Kubernetes' own kinds only."
                                        : "Change what is written there.")
                                + " Or accept it for this resource with finding(\"" + rule.code()
                                + "\", Severity.OFF, reason).")
                        .related(stack.hardenedAt(), "the stack is hardened here");
        };
        findings.add(
                workload.manifest(),
                first.field(),
                finding.isError() ? others(workload, finding, shortfalls, first) : finding);
    }

    /** Names the other lines on which the author has written what is forbidden. */
    private static Finding others(Workload workload, Finding finding, List<Shortfall> shortfalls, Shortfall first) {
        Finding all = finding;
        Set<@Nullable Origin> named = new HashSet<>();
        named.add(workload.manifest().lineOf(first.field()));
        for (Shortfall shortfall : shortfalls) {
            Origin line = shortfall.written() ? workload.manifest().lineOf(shortfall.field()) : null;
            if (line != null && named.add(line)) {
                all = all.related(line, shortfall.text());
            }
        }
        return all;
    }

    private static Finding unhardened(SecurityRule rule, CharSequence list) {
        String hint = rule == SecurityRule.BASELINE
                ? "Leave it out"
                : "Call harden(RESTRICTED) on the stack, which sets what is missing";
        return Finding.of(
                        rule,
                        "The pods fall short of the Pod Security Standard \""
                                + (rule == SecurityRule.BASELINE ? BASELINE : RESTRICTED) + "\": " + list + ".")
                .hint(hint + ", or accept it with finding(\"" + rule.code() + "\", Severity.OFF, reason).");
    }

    private static Finding rejected(CharSequence list, PodSecurityLabels.@Nullable Level level) {
        if (level == null) {
            throw new IllegalArgumentException("no level");
        }
        Manifest namespace = level.namespace();
        return Finding.of(
                        SecurityRule.REJECTED,
                        "The namespace \"" + namespace.id().name()
                                + "\" admits only pods of the Pod Security Standard \"" + level.standard()
                                + "\", so it rejects these: " + list + ".")
                .hint("Call harden(" + level.standard().name()
                        + ") on the stack, which sets what is missing, or let the namespace enforce less.")
                .related(namespace.lineOf(PodSecurityLabels.FIELD), "the namespace enforces it here");
    }
}
