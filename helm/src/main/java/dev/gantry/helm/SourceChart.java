package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/** A chart of somebody else in a temporary folder, so that all that it consists of can be seen: hooks, and what is in {@code crds/}. */
final class SourceChart implements AutoCloseable {

    private static final String SOURCE = "# Source: ";

    private final ChartCopy copy;
    private final ChartNode root;
    private final WholeTemplate template;

    private SourceChart(ChartCopy copy, ChartNode root, WholeTemplate template) {
        this.copy = copy;
        this.root = root;
        this.template = template;
    }

    /**
     * Prepares a chart.
     *
     * @param chart its folder, or its archive
     * @throws HelmFailure if it is no chart
     */
    static SourceChart of(Path chart) throws HelmFailure, IOException {
        ChartCopy copy = Files.isDirectory(chart) ? ChartCopy.of(chart) : ChartCopy.unpacked(chart);
        try {
            ChartNode root = ChartNode.of(copy.folder());
            WholeTemplate template = WholeTemplate.of(root);
            template.addTo(copy.folder());
            return new SourceChart(copy, root, template);
        } catch (HelmFailure | IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /**
     * Renders the chart with these values: all objects, in the order of Helm; hooks and then definitions at the end.
     *
     * @param values a file of values, over those of the chart
     * @param kubernetesVersion such as {@code 1.34}; empty for the one that Helm knows best
     */
    List<SourceObject> render(NativeHelm helm, Path values, String release, String namespace, String kubernetesVersion)
            throws HelmFailure, IOException {
        List<SourceObject> objects = new ArrayList<>();
        List<SourceObject> hooks = new ArrayList<>();
        List<SourceObject> definitions = new ArrayList<>();
        String rendered = helm.template(copy.folder(), values, release, namespace, kubernetesVersion);
        for (String document : KubernetesYaml.documents(rendered)) {
            String source = source(document);
            for (ObjectNode object : objects(document, source)) {
                if (template.isShown(object)) {
                    show(object.path("data"), hooks, definitions);
                } else {
                    objects.add(new SourceObject(source, false, object));
                }
            }
        }
        objects.addAll(hooks);
        objects.addAll(definitions);
        return objects;
    }

    private void show(JsonNode shown, List<SourceObject> hooks, List<SourceObject> definitions)
            throws HelmFailure, IOException {
        for (WholeTemplate.Part part : template.parts()) {
            String text = shown.path(part.key()).asText();
            for (String document : KubernetesYaml.documents(text)) {
                for (ObjectNode object : objects(document, part.path())) {
                    if (HookTemplate.isHook(object)) {
                        hooks.add(new SourceObject(part.path(), true, object));
                    }
                }
            }
        }
        for (ChartNode node : template.enabled(shown)) {
            definitions.addAll(definitions(node));
        }
    }

    /** What is in {@code crds/}, which is no template. */
    private static List<SourceObject> definitions(ChartNode node) throws HelmFailure, IOException {
        Path folder = node.folder().resolve("crds");
        List<SourceObject> definitions = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(PreparedChart::isManifest).sorted().toList();
            }
            for (Path file : files) {
                String relative = node.folder().relativize(file).toString().replace('\\', '/');
                String source = node.path() + "/" + relative;
                for (String document : KubernetesYaml.documents(Files.readString(file))) {
                    for (ObjectNode object : objects(document, source)) {
                        definitions.add(new SourceObject(source, false, object));
                    }
                }
            }
        }
        return definitions;
    }

    /** The template that Helm names above a document; that of the chart as a whole, if it names none. */
    private String source(String document) {
        return document.lines()
                .filter(line -> line.startsWith(SOURCE))
                .map(line -> line.substring(SOURCE.length()).strip())
                .findFirst()
                .orElse(root.path());
    }

    /** The objects of a document: one, or those of a list; none if there is nothing in it. */
    private static List<ObjectNode> objects(String document, String source) throws HelmFailure {
        JsonNode read;
        try {
            read = KubernetesYaml.read(document);
        } catch (YAMLException e) {
            throw new HelmFailure("what " + source + " renders is not YAML: " + e.getMessage());
        }
        if (!(read instanceof ObjectNode object)) {
            return List.of();
        }
        if (!object.path("kind").asText().equals("List")
                || !object.path("items").isArray()) {
            return List.of(object);
        }
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode item : object.path("items")) {
            if (item instanceof ObjectNode one) {
                items.add(one);
            }
        }
        return items;
    }

    @Override
    public void close() {
        try {
            copy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
