package dev.gantry.check;

import dev.gantry.finding.Finding;

/** Looks for priority classes that cannot stand beside each other. */
final class PriorityCheck {

    private final Findings findings;

    PriorityCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Model model) {
        Manifest first = null;
        for (Manifest priority : model.ofKind("scheduling.k8s.io", "PriorityClass")) {
            if (priority.tree().path("globalDefault").asBoolean()) {
                if (first == null) {
                    first = priority;
                } else {
                    findings.add(
                            priority,
                            "globalDefault",
                            Finding.of(
                                            LimitRule.TWO_DEFAULTS,
                                            priority + " and " + first + " are both the class of pods that name none.")
                                    .hint("Call globalDefault(true) on one of them only.")
                                    .related(first.lineOf("globalDefault"), "the first one is the default here"));
                }
            }
        }
    }
}
