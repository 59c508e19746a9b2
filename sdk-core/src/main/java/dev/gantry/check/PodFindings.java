package dev.gantry.check;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;

/**
 * Takes what is found in pods.
 *
 * @param findings where it goes
 */
record PodFindings(Findings findings) {

    /** Takes a finding about a field of a container. */
    void add(PodContainer container, String field, Rule rule, String message, String hint) {
        findings.add(
                container.workload().manifest(),
                container.path(field),
                Finding.of(rule, message).hint(hint));
    }

    /** Takes a finding about a field of a pod's {@code spec}. */
    void add(Workload workload, String field, Rule rule, String message, String hint) {
        findings.add(
                workload.manifest(),
                workload.podSpecPath() + "." + field,
                Finding.of(rule, message).hint(hint));
    }

    /** Takes a finding about a field of a pod's {@code spec} that repeats an earlier one. */
    void addRepeat(Workload workload, String field, String first, Rule rule, String message, String hint) {
        findings.add(
                workload.manifest(),
                workload.podSpecPath() + "." + field,
                Finding.of(rule, message)
                        .hint(hint)
                        .related(
                                workload.manifest().lineOf(workload.podSpecPath() + "." + first),
                                "the first one is written here"));
    }
}
