package dev.gantry.report;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A finding that several environments have in common.
 *
 * @param finding without an environment
 * @param environments in which it was found; empty if it belongs to none
 */
record MergedFinding(Finding finding, SortedSet<String> environments) {

    /** One for all findings that are equal but for the environment, in the order in which they are shown. */
    static List<MergedFinding> merge(Collection<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(FindingOrder.BY_WEIGHT_AND_PLACE);
        Map<Finding, SortedSet<String>> environments = new LinkedHashMap<>();
        for (Finding finding : sorted) {
            SortedSet<String> those =
                    environments.computeIfAbsent(finding.in(null, finding.stack()), key -> new TreeSet<>());
            String environment = finding.environment();
            if (environment != null) {
                those.add(environment);
            }
        }
        List<MergedFinding> merged = new ArrayList<>();
        environments.forEach(
                (finding, those) -> merged.add(new MergedFinding(finding, Collections.unmodifiableSortedSet(those))));
        return merged;
    }

    boolean isSuppressed() {
        return finding.severity() == Severity.OFF;
    }

    /** {@code in production, staging}; empty if it was found in every environment of the run. */
    String where(ReportContext context) {
        boolean everywhere = !context.environments().isEmpty() && environments.containsAll(context.environments());
        if (everywhere || environments.isEmpty()) {
            return "";
        }
        return "in " + String.join(", ", environments);
    }

    /** {@code Service shop/web spec.ports[0]}, as far as it is known; empty if the finding is about no resource. */
    String subject() {
        String resource = finding.resource() == null ? "" : finding.resource();
        String field = finding.field() == null ? "" : finding.field();
        return resource.isEmpty() || field.isEmpty() ? resource + field : resource + " " + field;
    }
}
