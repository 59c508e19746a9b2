package dev.gantry.report;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run did, for a person:
 *
 * <pre>{@code
 * Gantry made 9 resources for 2 environments from com.acme.Shop
 *   production  shop 5 (Deployment 2, ConfigMap 1, Service 1, ServiceAccount 1)
 *   staging     shop 4 (ConfigMap 1, Deployment 1, Service 1, ServiceAccount 1)
 *   hardened to restricted: shop (4 workloads: runAsNonRoot, seccompProfile, allowPrivilegeEscalation, capabilities)
 *   no findings
 *   written to target/gantry/yaml (3 files changed, 6 unchanged)
 * }</pre>
 */
public final class Summary {

    private static final int MOST_STACKS = 60;

    private Summary() {}

    /**
     * Of a run that wrote its output.
     *
     * @param directory where the files are, as a person would name it
     * @param verbose whether every field is listed that hardening has set
     */
    public static String written(Bundle bundle, WriteResult result, String directory, boolean verbose) {
        StringBuilder out = head("made", bundle, verbose)
                .append("  written to ")
                .append(directory)
                .append(" (")
                .append(files(result))
                .append(")\n");
        if (!result.gone().isEmpty()) {
            out.append("  deleted ")
                    .append(folders(result.gone()))
                    .append(", which an earlier run made and this one did not\n");
        }
        return out.toString();
    }

    /**
     * Of a run that wrote nothing: because it was to check only, or because there are errors.
     *
     * @param verbose whether every field is listed that hardening has set
     */
    public static String checked(Bundle bundle, boolean verbose) {
        StringBuilder out = head("checked", bundle, verbose);
        if (bundle.failed()) {
            out.append("  nothing was written\n");
        }
        return out.toString();
    }

    private static StringBuilder head(String verb, Bundle bundle, boolean verbose) {
        int resources = 0;
        int width = 0;
        for (BundleEnvironment environment : bundle.environments()) {
            resources += environment.resources().size();
            width = Math.max(width, environment.name().length());
        }
        StringBuilder out = new StringBuilder("Gantry ")
                .append(verb)
                .append(' ')
                .append(FindingCounts.count(resources, "resource", "resources"))
                .append(" for ")
                .append(FindingCounts.count(bundle.environments().size(), "environment", "environments"))
                .append(" from ")
                .append(bundle.blueprint())
                .append('\n');
        boolean brief =
                bundle.environments().stream().mapToLong(Summary::stacks).sum() > MOST_STACKS;
        for (BundleEnvironment environment : bundle.environments()) {
            append(out, environment, width, brief);
        }
        HardeningSummary.append(out, bundle.environments(), verbose);
        FindingCounts counts = FindingCounts.of(bundle.findings());
        out.append("  ").append(counts);
        if (counts.suppressed() > 0) {
            out.append(" (").append(counts.suppressed()).append(" suppressed)");
        }
        return out.append('\n');
    }

    private static long stacks(BundleEnvironment environment) {
        return environment.resources().stream()
                .map(IndexEntry::stack)
                .distinct()
                .count();
    }

    /** A line for each stack; if there are so many that nobody would read them, one for all. */
    private static void append(StringBuilder out, BundleEnvironment environment, int width, boolean brief) {
        String all = FindingCounts.count((int) stacks(environment), "stack", "stacks") + ":";
        SortedMap<String, SortedMap<String, Integer>> stacks = new TreeMap<>();
        for (IndexEntry entry : environment.resources()) {
            stacks.computeIfAbsent(brief ? all : entry.stack(), name -> new TreeMap<>())
                    .merge(entry.id().kind(), 1, Integer::sum);
        }
        String name = environment.name();
        for (Map.Entry<String, SortedMap<String, Integer>> stack : stacks.entrySet()) {
            out.append("  ").append(name).append(" ".repeat(width - name.length() + 2));
            append(out, stack.getKey(), stack.getValue());
            name = "";
        }
        if (stacks.isEmpty()) {
            out.append("  ")
                    .append(name)
                    .append(" ".repeat(width - name.length() + 2))
                    .append("nothing\n");
        }
    }

    private static void append(StringBuilder out, String stack, SortedMap<String, Integer> kinds) {
        List<Map.Entry<String, Integer>> byCount = new ArrayList<>(kinds.entrySet());
        // A stable sort: kinds of one count stay in alphabetical order.
        byCount.sort((one, other) -> Integer.compare(other.getValue(), one.getValue()));
        int total = 0;
        StringBuilder list = new StringBuilder();
        for (Map.Entry<String, Integer> kind : byCount) {
            total += kind.getValue();
            list.append(list.isEmpty() ? "" : ", ")
                    .append(kind.getKey())
                    .append(' ')
                    .append(kind.getValue());
        }
        out.append(stack).append(' ').append(total).append(" (").append(list).append(")\n");
    }

    private static String files(WriteResult result) {
        StringBuilder out = new StringBuilder();
        if (result.written() > 0 || result.unchanged() == 0) {
            out.append(FindingCounts.count(result.written(), "file", "files")).append(" changed");
        }
        if (result.unchanged() > 0) {
            out.append(
                            out.isEmpty()
                                    ? FindingCounts.count(result.unchanged(), "file", "files")
                                    : ", " + result.unchanged())
                    .append(" unchanged");
        }
        if (result.deleted() > 0) {
            out.append(", ").append(result.deleted()).append(" deleted");
        }
        return out.toString();
    }

    private static String folders(List<String> names) {
        String all = String.join("/, ", names) + "/";
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " and" + all.substring(last + 1);
    }
}
