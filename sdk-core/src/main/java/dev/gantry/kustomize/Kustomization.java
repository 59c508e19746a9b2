package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code kustomization.yaml} while it is made: its fields in the order that people write them in, and only those that say
 * something.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">The fields of a kustomization</a>
 */
final class Kustomization {

    static final String FILE = "kustomization.yaml";

    private @Nullable String namespace;
    private final ArrayNode resources = list();
    private final ArrayNode labels = list();
    private final ArrayNode configMaps = list();
    private final ArrayNode secrets = list();
    private final ArrayNode patches = list();
    private final ArrayNode images = list();
    private final ArrayNode replicas = list();

    void namespace(@Nullable String name) {
        namespace = name;
    }

    /** The kustomization that this one is an overlay of; it comes first. */
    void base(String path) {
        resources.insert(0, path);
    }

    void resource(String path) {
        resources.add(path);
    }

    void labels(LabelTransformer transformer) {
        ObjectNode entry = labels.addObject();
        ObjectNode pairs = entry.putObject("pairs");
        transformer.pairs().forEach(pairs::put);
        if (transformer.includeSelectors()) {
            entry.put("includeSelectors", true);
        }
    }

    /** A generator, for a ConfigMap or a Secret. */
    void generator(String kind, ObjectNode entry) {
        (kind.equals("Secret") ? secrets : configMaps).add(entry);
    }

    /** A strategic merge patch, whose file says what it is for. */
    void patch(String path) {
        patches.addObject().put("path", path);
    }

    /** A JSON patch. */
    void patch(String path, ObjectKey target) {
        ObjectNode entry = patches.addObject();
        entry.put("path", path);
        ObjectNode selector = entry.putObject("target");
        if (!target.group().isEmpty()) {
            selector.put("group", target.group());
        }
        selector.put("version", target.version()).put("kind", target.kind());
        if (!target.namespace().isEmpty()) {
            selector.put("namespace", target.namespace());
        }
        // Kustomize takes the name for a regular expression.
        selector.put("name", target.name().replace(".", "\\."));
    }

    void image(ImageTag tag) {
        tag.write(images.addObject());
    }

    void replicas(Map<String, Long> numbers) {
        numbers.forEach((name, count) -> replicas.addObject().put("name", name).put("count", count));
    }

    /** Whether it would make nothing. */
    boolean isEmpty() {
        return resources.isEmpty() && configMaps.isEmpty() && secrets.isEmpty();
    }

    /** As it is written. */
    ObjectNode toTree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
        tree.put("kind", "Kustomization");
        if (namespace != null) {
            tree.put("namespace", namespace);
        }
        put(tree, "resources", resources);
        put(tree, "labels", labels);
        if (!configMaps.isEmpty() || !secrets.isEmpty()) {
            // Names are as the program has them.
            tree.putObject("generatorOptions").put("disableNameSuffixHash", true);
        }
        put(tree, "configMapGenerator", configMaps);
        put(tree, "secretGenerator", secrets);
        put(tree, "patches", patches);
        put(tree, "images", images);
        put(tree, "replicas", replicas);
        return tree;
    }

    private static void put(ObjectNode tree, String field, ArrayNode entries) {
        if (!entries.isEmpty()) {
            tree.set(field, entries);
        }
    }

    private static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
