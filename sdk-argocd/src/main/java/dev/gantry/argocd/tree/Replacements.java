package dev.gantry.argocd.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import dev.gantry.output.EnvironmentOutput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Objects of one identity that several environments hand to one Argo CD, where each replaces the others. Whether it is one
 * shows in their destinations: who deploys to another cluster than its own may do so for several environments.
 */
final class Replacements {

    private final SortedMap<String, List<Applied>> objects = new TreeMap<>();
    private final Set<String> managed = new HashSet<>();

    /** An object, and the environment in whose folder it is applied. */
    private record Applied(String environment, Manifest manifest) {}

    /**
     * Adds an environment.
     *
     * @param applied what tells Argo CD of it
     */
    void add(EnvironmentOutput environment, List<Manifest> applied) {
        for (Manifest manifest : applied) {
            objects.computeIfAbsent(manifest.id().toString(), x -> new ArrayList<>())
                    .add(new Applied(environment.name(), manifest));
        }
        if (applied.stream().anyMatch(manifest -> OtherClusters.isDeployedTo(manifest.tree()))) {
            managed.add(environment.name());
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (List<Applied> same : objects.values()) {
            if (differ(same) && same.stream().anyMatch(one -> managed.contains(one.environment()))) {
                findings.add(finding(same));
            }
        }
        return findings;
    }

    private static boolean differ(List<Applied> same) {
        Set<JsonNode> contents = new HashSet<>();
        same.forEach(one -> contents.add(one.manifest().tree()));
        return contents.size() > 1;
    }

    private static Finding finding(List<Applied> same) {
        Applied first = same.get(0);
        List<String> folders =
                same.stream().map(one -> TreeFolders.applied(one.environment())).toList();
        Manifest manifest = first.manifest();
        Finding finding = Finding.of(
                        GitOpsRule.REPLACED,
                        manifest.id() + " is in " + String.join(" and in ", folders)
                                + ", with other contents in each. In one Argo CD, the one that is applied last replaces the others.")
                .hint("Give it a name that tells environments apart, such as " + example(manifest)
                        + ". If each environment has an Argo CD of its own, accept this finding with finding(code,"
                        + " Severity.OFF, reason).")
                .in(first.environment(), manifest.stack())
                .on(manifest.id().toString(), "metadata.name")
                .at(manifest.origin());
        for (Applied one : same) {
            if (one.manifest().origin() != null && !one.manifest().origin().equals(manifest.origin())) {
                finding = finding.related(one.manifest().origin(), "that of " + one.environment());
            }
        }
        return finding;
    }

    private static String example(Manifest manifest) {
        return manifest.id().kind().equals("Application")
                ? "stack -> app.environment() + \"-\" + stack.name() in GitOps.of(...)"
                : "app.environment() + \"-" + manifest.id().name() + "\"";
    }
}
