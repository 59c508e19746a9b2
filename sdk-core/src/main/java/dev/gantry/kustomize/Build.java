package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.raw.YamlDocuments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code kustomize build} makes of a tree, as far as a tree of ours goes: exactly the fields that {@link Kustomization}
 * writes, in Kustomize's order. It reads the files back from their bytes.
 */
final class Build {

    private final SortedMap<String, byte[]> files;
    private final Map<String, JsonNode> read = new HashMap<>();

    Build(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /**
     * The objects of a kustomization.
     *
     * @param folder where its {@code kustomization.yaml} is
     * @throws IllegalStateException if it cannot be built
     */
    List<ObjectNode> of(String folder) {
        JsonNode kustomization = yaml(folder + "/" + Kustomization.FILE);
        List<ObjectNode> objects = new ArrayList<>();
        for (JsonNode resource : kustomization.path("resources")) {
            String path = resolved(folder, resource.asText());
            if (files.containsKey(path + "/" + Kustomization.FILE)) {
                objects.addAll(of(path));
            } else {
                objects.add(object(path).deepCopy());
            }
        }
        Map<ObjectKey, ObjectNode> byKey = new HashMap<>();
        objects.forEach(object -> put(object, byKey));
        generate(folder, "ConfigMap", kustomization.path("configMapGenerator"), objects, byKey);
        generate(folder, "Secret", kustomization.path("secretGenerator"), objects, byKey);
        for (JsonNode patch : kustomization.path("patches")) {
            patch(resolved(folder, patch.path("path").asText()), patch.path("target"), byKey);
        }
        if (kustomization.has("namespace")) {
            NamespaceTransformer.apply(objects, kustomization.path("namespace").asText());
        }
        for (JsonNode entry : kustomization.path("labels")) {
            SortedMap<String, String> pairs = new TreeMap<>();
            entry.path("pairs")
                    .properties()
                    .forEach(pair -> pairs.put(pair.getKey(), pair.getValue().asText()));
            LabelTransformer transformer =
                    new LabelTransformer(pairs, entry.path("includeSelectors").asBoolean());
            objects.forEach(transformer::apply);
        }
        for (JsonNode entry : kustomization.path("replicas")) {
            ReplicaTransformer.apply(objects, entry.path("name").asText(), entry.path("count"));
        }
        for (JsonNode entry : kustomization.path("images")) {
            objects.forEach(ImageTag.read(entry)::apply);
        }
        return objects;
    }

    private void generate(
            String folder, String kind, JsonNode entries, List<ObjectNode> objects, Map<ObjectKey, ObjectNode> byKey) {
        for (JsonNode entry : entries) {
            Content content = Generator.read(kind, entry, path -> bytes(resolved(folder, path)));
            if (entry.path("behavior").asText().equals("merge")) {
                ObjectNode base = find(content.key(), byKey);
                ObjectNode added = content.tree();
                for (String field : List.of("data", "binaryData")) {
                    if (added.path(field) instanceof ObjectNode data) {
                        base.withObject("/" + field).setAll(data);
                    }
                }
            } else {
                ObjectNode made = content.tree();
                objects.add(made);
                put(made, byKey);
            }
        }
    }

    private void patch(String path, JsonNode target, Map<ObjectKey, ObjectNode> byKey) {
        JsonNode patch = yaml(path);
        if (patch instanceof ObjectNode merge) {
            ObjectKey key = ObjectKey.of(merge);
            ObjectNode object = find(key, byKey);
            new StrategicMerge(MergedLists.areIn(key, object)).apply(object, merge);
        } else {
            String group = target.path("group").asText();
            ObjectKey key = new ObjectKey(
                    (group.isEmpty() ? "" : group + "/")
                            + target.path("version").asText(),
                    target.path("kind").asText(),
                    target.path("namespace").asText(),
                    target.path("name").asText().replace("\\.", "."));
            JsonPatch.apply(find(key, byKey), patch);
        }
    }

    private static void put(ObjectNode object, Map<ObjectKey, ObjectNode> byKey) {
        ObjectKey key = ObjectKey.of(object);
        if (byKey.put(key, object) != null) {
            throw new IllegalStateException("there are two objects " + key);
        }
    }

    private static ObjectNode find(ObjectKey key, Map<ObjectKey, ObjectNode> byKey) {
        ObjectNode found = byKey.get(key);
        if (found == null) {
            throw new IllegalStateException("there is no object " + key + " to change");
        }
        return found;
    }

    private ObjectNode object(String path) {
        if (yaml(path) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalStateException(path + " is not an object");
    }

    private JsonNode yaml(String path) {
        return read.computeIfAbsent(path, file -> {
            List<JsonNode> documents = YamlDocuments.read(file, new String(bytes(file), StandardCharsets.UTF_8));
            if (documents.size() != 1) {
                throw new IllegalStateException(file + " has " + documents.size() + " documents");
            }
            return PlainTree.copy(documents.get(0));
        });
    }

    private byte[] bytes(String path) {
        byte[] content = files.get(path);
        if (content == null) {
            throw new IllegalStateException("there is no file " + path);
        }
        return content;
    }

    private static String resolved(String folder, String path) {
        String from = folder;
        String rest = path;
        while (rest.startsWith("../")) {
            from = from.substring(0, from.lastIndexOf('/'));
            rest = rest.substring("../".length());
        }
        return from + "/" + rest;
    }
}
