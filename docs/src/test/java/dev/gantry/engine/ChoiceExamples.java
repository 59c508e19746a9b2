package dev.gantry.engine;

import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.BundleStack;
import dev.gantry.config.ConfigMap;
import dev.gantry.engine.desired.BundleReleases;
import dev.gantry.engine.desired.Selection;
import dev.gantry.finding.Finding;
import dev.gantry.findings.Example;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the rules for the choice of what is deployed are for. */
final class ChoiceExamples {

    private ChoiceExamples() {}

    @Example(
            value = "GTY-DEP-001",
            why =
                    "A cluster gets one environment at a time, and nobody guesses which. A program with one environment needs no choice.")
    static List<Finding> notChosen(Path folder) {
        bundle("production", "staging").in(folder).releases(null, List.of());
        return List.of();
    }

    @Example(value = "GTY-DEP-002", why = "The name is misspelt, or the bundle was made for other environments.")
    static List<Finding> unknown(Path folder) {
        bundle("production", "staging").in(folder).releases("prod", List.of());
        return List.of();
    }

    @Example(value = "GTY-DEP-003", why = "The name is misspelt, or the stack is not in this environment.")
    static List<Finding> noStack(Path folder) {
        bundle("production", "staging").in(folder).releases("production", List.of("shpo"));
        return List.of();
    }

    @Example(
            value = "GTY-DEP-004",
            why =
                    "Options that allow something name each object as a whole, so that nothing else is meant by accident.")
    static List<Finding> selection(Path folder) {
        Selection.parse("gantry.recreate", List.of("web"));
        return List.of();
    }

    @Example(
            value = "GTY-DEP-005",
            why =
                    "The name is misspelt, or the object has moved. What was to be allowed is not, and the run may fail for it.")
    static void selectionUnused(ExampleCluster cluster) {
        Selection recreate = Selection.parse("gantry.recreate", List.of("Deployment/default/wbe"));
        cluster.with(o -> o.recreate(recreate))
                .apply(app -> app.stack("shop").add(ConfigMap.of("web", c -> c.text("mode", "fast"))));
    }

    /** A bundle that can be written to a folder. */
    private record Made(Bundle bundle) {
        BundleReleases in(Path folder) {
            BundleDirectory.write(folder, bundle, new TreeMap<>());
            return BundleReleases.in(folder);
        }
    }

    private static Made bundle(String... environments) {
        List<BundleEnvironment> made = Stream.of(environments)
                .map(name -> new BundleEnvironment(
                        name, "", List.of(new BundleStack("shop", null, List.of())), List.of(), List.of()))
                .toList();
        return new Made(new Bundle("gantry/0.1.0", "com.acme.Shop", "object", "", made, List.of()));
    }
}
