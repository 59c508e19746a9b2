package dev.gantry.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.gantry.App;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.BundleReleases;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.extension.KindTable;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What programs, and bundles that somebody has edited, bring to a cluster. */
final class Programs {

    static final String BLUEPRINT = "com.acme.Shop";
    static final String ENVIRONMENT = "staging";

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Programs() {}

    /** The stacks of a program, by way of a bundle in this folder. Nothing may be found in it, since it would not be deployed. */
    static List<Release> releases(Path folder, Consumer<App> program) {
        Synthesis made = TestRun.in(ENVIRONMENT, program);
        if (!made.findings().isEmpty()) {
            throw new AssertionError(TestRun.report(made.findings()));
        }
        ManifestFiles files = ManifestFiles.print(ENVIRONMENT, made.manifests(), Layout.OBJECT);
        BundleEnvironment environment =
                new BundleEnvironment(ENVIRONMENT, "", made.stacks(), files.entries(), List.of());
        Bundle bundle = new Bundle("gantry/0.1.0", BLUEPRINT, "object", "", List.of(environment), List.of());
        BundleDirectory.write(folder, bundle, files.files());
        return BundleReleases.in(folder).releases(ENVIRONMENT);
    }

    /** A stack {@code shop} of manifests as they are. */
    static Release edited(String manifests) {
        List<DesiredObject> objects = new ArrayList<>();
        for (ObjectNode tree : trees(manifests)) {
            String apiVersion = tree.path("apiVersion").asText();
            String kind = tree.path("kind").asText();
            ResourceId id = new ResourceId(
                    apiVersion,
                    kind,
                    tree.path("metadata").path("namespace").asText(null),
                    tree.path("metadata").path("name").asText(""));
            objects.add(new DesiredObject(
                    new IndexEntry(
                            id,
                            KindTable.rank(apiVersion, kind),
                            "shop",
                            "yaml/staging/shop.yaml",
                            objects.size(),
                            "",
                            null,
                            List.of(),
                            List.of()),
                    tree));
        }
        return new Release(BLUEPRINT, ENVIRONMENT, new BundleStack("shop", null, List.of(), List.of()), objects);
    }

    private static List<ObjectNode> trees(String manifests) {
        List<ObjectNode> trees = new ArrayList<>();
        try {
            for (String document : manifests.split("(?m)^---\n", -1)) {
                trees.add((ObjectNode) YAML.readTree(document));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return trees;
    }
}
