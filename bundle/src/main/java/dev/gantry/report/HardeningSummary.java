package dev.gantry.report;

import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.HardenedStack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What hardening has set, for a person: a line for each stack, of all environments together. */
final class HardeningSummary {

    private static final String CONTEXT = "securityContext.";

    private final List<String> details = new ArrayList<>(0);
    private final Set<String> fields = new LinkedHashSet<>();
    private int workloads;

    private HardeningSummary() {}

    static void append(StringBuilder out, List<BundleEnvironment> environments, boolean verbose) {
        SortedMap<String, HardeningSummary> lines = new TreeMap<>();
        for (BundleEnvironment environment : environments) {
            for (HardenedStack stack : environment.hardened()) {
                lines.computeIfAbsent(stack.standard() + ": " + stack.stack(), name -> new HardeningSummary())
                        .add(environment.name(), stack);
            }
        }
        for (Map.Entry<String, HardeningSummary> line : lines.entrySet()) {
            line.getValue().append(out, line.getKey(), verbose);
        }
    }

    private void add(String environment, HardenedStack stack) {
        for (HardenedStack.Change change : stack.changes()) {
            workloads++;
            change.fields().forEach(field -> fields.add(shortened(field)));
            details.add(environment + " " + change.resource() + ": " + String.join(", ", change.fields()));
        }
    }

    private void append(StringBuilder out, String name, boolean verbose) {
        out.append("  hardened to ").append(name).append(" (");
        if (workloads == 0) {
            out.append("nothing had to be set");
        } else {
            out.append(FindingCounts.count(workloads, "workload", "workloads"))
                    .append(": ")
                    .append(String.join(", ", fields));
        }
        out.append(")\n");
        if (verbose) {
            details.forEach(detail -> out.append("    ").append(detail).append('\n'));
        }
    }

    /** The field of the security context, whether of a pod or a container: {@code capabilities}. */
    private static String shortened(String path) {
        int context = path.indexOf(CONTEXT);
        String field = context < 0 ? path : path.substring(context + CONTEXT.length());
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
