package dev.gantry;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.FieldLines;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gathers the lines of fields after a run that has traced them, for whoever was told of a field by a cluster. */
final class TracedLines {

    private TracedLines() {}

    /**
     * The lines of the resources that were asked for.
     *
     * @param wanted each as {@code apiVersion|kind|namespace|name}; all, if it is empty
     */
    static FieldLines of(Generation.Outcome outcome, List<String> wanted) {
        Bundle bundle = outcome.bundle();
        if (bundle.environments().size() != 1) {
            throw new FindingsException(
                    Finding.of(ProgramRule.ARGUMENT, "The lines of one environment can be shown, and not of several.")
                            .hint("Name one of them with --environment."));
        }
        BundleEnvironment environment = bundle.environments().get(0);
        List<FieldLines.OfResource> resources = new ArrayList<>();
        for (Manifest manifest : outcome.traced().getOrDefault(environment.name(), List.of())) {
            if (wanted.isEmpty() || wanted.contains(shown(manifest.id()))) {
                resources.add(new FieldLines.OfResource(manifest.id(), manifest.origin(), manifest.lines()));
            }
        }
        return new FieldLines(bundle.program(), environment.name(), environment.settings(), resources);
    }

    private static String shown(ResourceId id) {
        return String.join("|", id.apiVersion(), id.kind(), Objects.requireNonNullElse(id.namespace(), ""), id.name());
    }
}
