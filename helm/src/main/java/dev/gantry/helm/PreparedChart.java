package dev.gantry.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;

/** A chart that is rendered many times, by several threads at once. */
final class PreparedChart implements AutoCloseable {

    private final NativeHelm helm;
    private final Path chart;
    private final @Nullable ChartCopy copy;
    private final List<ObjectNode> definitions;

    /** Most documents of one sample are in all others too, and reading YAML takes longer than rendering it. */
    private final Map<String, Optional<ObjectNode>> read = new ConcurrentHashMap<>();

    private PreparedChart(NativeHelm helm, Path chart, @Nullable ChartCopy copy) throws IOException {
        this.helm = helm;
        this.chart = chart;
        this.copy = copy;
        this.definitions = definitions(chart);
    }

    /**
     * Prepares a chart: it is copied where it could not be rendered as it is.
     *
     * @throws HelmFailure if the folder is no chart
     */
    static PreparedChart of(NativeHelm helm, Path chart) throws HelmFailure, IOException {
        ChartFile file = ChartFile.of(chart);
        boolean hooks = HookTemplate.isNeeded(chart);
        if (!hooks && file.missingDependencies(chart).isEmpty()) {
            return new PreparedChart(helm, chart, null);
        }
        ChartCopy copy = ChartCopy.alone(chart, file);
        if (hooks) {
            HookTemplate.addTo(copy.folder());
        }
        return new PreparedChart(helm, copy.folder(), copy);
    }

    /** Renders the chart with these values: all objects, in the order of Helm; hooks and then definitions at the end. */
    List<ObjectNode> render(Path values, String release, String namespace) throws HelmFailure {
        List<ObjectNode> objects = new ArrayList<>();
        List<ObjectNode> hooks = new ArrayList<>();
        for (ObjectNode object : objects(helm.template(chart, values, release, namespace))) {
            if (HookTemplate.isShown(object)) {
                for (String text : HookTemplate.texts(object)) {
                    hooks.addAll(
                            objects(text).stream().filter(HookTemplate::isHook).toList());
                }
            } else {
                objects.add(object);
            }
        }
        objects.addAll(hooks);
        objects.addAll(definitions);
        return objects;
    }

    /**
     * The objects of a text of YAML. The trees are shared, and nobody changes them.
     *
     * @throws HelmFailure if it is no YAML
     */
    List<ObjectNode> objects(String text) throws HelmFailure {
        List<ObjectNode> objects = new ArrayList<>();
        try {
            for (String document : KubernetesYaml.documents(text)) {
                read.computeIfAbsent(document, PreparedChart::object).ifPresent(objects::add);
            }
        } catch (YAMLException e) {
            throw new HelmFailure("what it renders is not YAML: " + e.getMessage());
        }
        return objects;
    }

    private static Optional<ObjectNode> object(String document) {
        return KubernetesYaml.read(document) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    /** What is in {@code crds/}, which is no template. */
    private static List<ObjectNode> definitions(Path chart) throws IOException {
        Path folder = chart.resolve("crds");
        List<ObjectNode> definitions = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(PreparedChart::isManifest).sorted().toList()) {
                    for (String document : KubernetesYaml.documents(Files.readString(file))) {
                        object(document).ifPresent(definitions::add);
                    }
                }
            }
        }
        return definitions;
    }

    static boolean isManifest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }

    @Override
    public void close() throws IOException {
        if (copy != null) {
            copy.close();
        }
    }
}
