package dev.gantry.helmchart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.chart.Release;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldDifference;
import dev.gantry.finding.Finding;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.Experiment;
import dev.gantry.output.ExperimentResult;
import dev.gantry.output.ProgramOutput;
import dev.gantry.output.StackOutput;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds what follows the name of the environment, by running one environment under the name of another. */
final class EnvironmentNames {

    private static final String OTHER = "gantry-other-environment";

    private static final String ARGO_CD = "argoproj.io";

    private EnvironmentNames() {}

    static List<Finding> findings(ProgramOutput program) {
        List<Finding> findings = new ArrayList<>();
        EnvironmentOutput environment = program.environments().get(0);
        SortedMap<String, Release> releases = new TreeMap<>();
        for (StackOutput stack : environment.stacks()) {
            releases.put(stack.name(), stack.release());
        }
        Experiment own = new Experiment(environment.name(), environment.settings(), releases);
        Experiment other = new Experiment(OTHER, environment.settings(), releases);
        if (program.run(own) instanceof ExperimentResult.Made first
                && program.run(other) instanceof ExperimentResult.Made second
                && !trees(first).equals(trees(second))
                && program.trace(own) instanceof ExperimentResult.Made traced) {
            Iterator<Manifest> others = second.manifests().iterator();
            for (Manifest manifest : traced.manifests()) {
                Manifest counterpart = others.hasNext() ? others.next() : null;
                if (counterpart == null) {
                    findings.add(finding(manifest, ""));
                } else {
                    FieldDifference.between(manifest.tree(), counterpart.tree()).stream()
                            .findFirst()
                            .ifPresent(difference -> findings.add(finding(manifest, difference.path())));
                }
            }
        }
        return findings;
    }

    private static List<JsonNode> trees(ExperimentResult.Made made) {
        List<JsonNode> trees = new ArrayList<>();
        made.manifests().forEach(manifest -> trees.add(manifest.tree()));
        return trees;
    }

    private static Finding finding(Manifest manifest, String field) {
        return Finding.of(
                        HelmRule.ENVIRONMENT,
                        (field.isEmpty() ? "It" : field) + " of " + manifest.id()
                                + " follows the name of the environment, which no chart knows.")
                .hint(hint(manifest))
                .in(null, manifest.stack())
                .on(manifest.id().toString(), field.isEmpty() ? null : field)
                .at(field.isEmpty() ? manifest.origin() : manifest.lineOf(field));
    }

    /** What tells Argo CD of an environment is about that one alone, so that no setting mends it. */
    private static String hint(Manifest manifest) {
        return manifest.id().group().equals(ARGO_CD)
                ? "Leave the stack \"" + manifest.stack()
                        + "\" out of the charts, with noChart() in its block: Argo CD is told of each environment by"
                        + " itself."
                : "Put what differs into the settings, and read it from there instead of app.environment(). Or leave the"
                        + " stack out of the charts, with noChart() in its block.";
    }
}
