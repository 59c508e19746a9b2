package dev.gantry.maven;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.FieldLines;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Gives findings that a cluster has caused the author's line of their field. A bundle has one line for each resource; the program
 * is run once more for the others, which counts only if it is still the one that made the bundle.
 */
final class PreciseLines {

    private final Bundle bundle;
    private final @Nullable String environment;
    private final Tracer tracer;

    /** Runs the program for the lines of the fields of some resources. */
    @FunctionalInterface
    interface Tracer {

        /** The lines; {@code null} if they are not known. */
        @Nullable
        FieldLines trace(List<ResourceId> resources) throws MojoExecutionException;
    }

    /**
     * Lines of what a bundle holds.
     *
     * @param environment {@code null} for the only one
     */
    PreciseLines(Bundle bundle, @Nullable String environment, Tracer tracer) {
        this.bundle = bundle;
        this.environment = environment;
        this.tracer = tracer;
    }

    /** The findings, those with a field at its line where that is known. */
    List<Finding> of(List<Finding> findings) throws MojoExecutionException {
        Map<String, ResourceId> named = named(findings);
        if (named.isEmpty()) {
            return findings;
        }
        FieldLines lines = tracer.trace(List.copyOf(named.values()));
        if (lines == null || !lines.belongTo(bundle)) {
            return findings;
        }
        List<Finding> precise = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            ResourceId id = finding.field() == null ? null : named.get(finding.resource());
            Origin line = id == null ? null : lines.of(id, String.valueOf(finding.field()));
            precise.add(line == null ? finding : finding.at(line));
        }
        return precise;
    }

    /** The resources of the bundle whose fields the findings are about, by the name that people give them. */
    private Map<String, ResourceId> named(List<Finding> findings) {
        Map<String, ResourceId> named = new LinkedHashMap<>();
        Set<String> wanted = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.field() != null && finding.resource() != null) {
                wanted.add(finding.resource());
            }
        }
        for (BundleEnvironment one : bundle.environments()) {
            if (environment == null || one.name().equals(environment)) {
                for (IndexEntry entry : one.resources()) {
                    if (wanted.contains(entry.id().toString())) {
                        named.put(entry.id().toString(), entry.id());
                    }
                }
            }
        }
        return named;
    }
}
