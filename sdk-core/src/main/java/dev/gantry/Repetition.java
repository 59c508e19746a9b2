package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Finding;
import dev.gantry.program.Impurity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two runs of one program: the same input has to give the same result. */
final class Repetition {

    private Repetition() {}

    /**
     * What differs between two runs that should be equal; empty if their inputs are not the same.
     *
     * @param when how the earlier run is called, such as {@code the last run}
     */
    static List<Finding> differences(Bundle earlier, Bundle now, String when) {
        boolean comparable = !now.program().isEmpty()
                && earlier.program().equals(now.program())
                && earlier.tool().equals(now.tool())
                && earlier.blueprint().equals(now.blueprint());
        List<Finding> findings = new ArrayList<>();
        if (comparable) {
            for (BundleEnvironment environment : now.environments()) {
                earlier.environments().stream()
                        .filter(other -> other.name().equals(environment.name())
                                && other.settings().equals(environment.settings()))
                        .forEach(other -> compare(other, environment, when, findings));
            }
        }
        return findings;
    }

    private static void compare(BundleEnvironment earlier, BundleEnvironment now, String when, List<Finding> findings) {
        Map<ResourceId, IndexEntry> before = new LinkedHashMap<>();
        earlier.resources().forEach(entry -> before.put(entry.id(), entry));
        for (IndexEntry entry : now.resources()) {
            IndexEntry other = before.remove(entry.id());
            if (other == null) {
                findings.add(finding(
                        now, entry, entry.id() + " was not there in " + when + ", though the input is the same."));
            } else if (!other.digest().equals(entry.digest())) {
                findings.add(
                        finding(now, entry, entry.id() + " differs from " + when + ", though the input is the same."));
            }
        }
        for (IndexEntry entry : before.values()) {
            findings.add(finding(
                    now,
                    entry,
                    entry.id() + " was there in " + when + ", and is no more, though the input is the same."));
        }
    }

    private static Finding finding(BundleEnvironment environment, IndexEntry entry, String message) {
        return Finding.of(Impurity.DIFFERENT_RESULT, message)
                .hint(Impurity.DIFFERENT_RESULT.hint())
                .in(environment.name(), entry.stack())
                .on(entry.id().toString(), null)
                .at(entry.origin());
    }
}
