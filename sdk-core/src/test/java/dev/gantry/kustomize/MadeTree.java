package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.raw.YamlDocuments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tree of one stack {@code shop}, made of objects that are given by environment.
 *
 * @param objects as they are to come out
 * @param files of the tree
 */
record MadeTree(SortedMap<String, List<ObjectNode>> objects, SortedMap<String, byte[]> files) {

    static MadeTree of(SortedMap<String, List<ObjectNode>> objects) {
        SortedMap<String, List<ObjectNode>> taken = new TreeMap<>();
        SortedMap<String, String> namespaces = new TreeMap<>();
        objects.forEach((environment, trees) -> {
            if (!trees.isEmpty()) {
                taken.put(environment, trees.stream().map(ObjectNode::deepCopy).toList());
            }
            for (ObjectNode tree : trees) {
                String namespace = ObjectKey.of(tree).namespace();
                if (!namespace.isEmpty()) {
                    namespaces.putIfAbsent(environment, namespace);
                }
            }
        });
        TreeFiles files = new TreeFiles();
        new StackTree("shop", new TreeSet<>(objects.keySet()), files).write(taken, namespaces, new TreeMap<>());
        return new MadeTree(objects, files.all());
    }

    /** The tree of the environments {@code one} and {@code two}, and so on, each of which is YAML. */
    static MadeTree of(String... environments) {
        List<String> names = List.of("one", "two", "three");
        SortedMap<String, List<ObjectNode>> objects = new TreeMap<>();
        for (int i = 0; i < environments.length; i++) {
            objects.put(names.get(i), read(environments[i]));
        }
        return of(objects);
    }

    static List<ObjectNode> read(String yaml) {
        List<ObjectNode> trees = new ArrayList<>();
        YamlDocuments.read("test", yaml).forEach(document -> trees.add(PlainTree.copy((ObjectNode) document)));
        return trees;
    }

    /** The text of a file of the base. */
    String base(String file) {
        return text("kustomize/base/shop/" + file);
    }

    /** The text of a file of an overlay. */
    String overlay(String environment, String file) {
        return text("kustomize/overlays/" + environment + "/shop/" + file);
    }

    /** The paths below the tree's folder. */
    List<String> paths() {
        return files.keySet().stream()
                .map(path -> path.substring("kustomize/".length()))
                .toList();
    }

    private String text(String path) {
        byte[] content = files.get(path);
        return content == null ? "(none)" : new String(content, StandardCharsets.UTF_8);
    }

    /** The environments that have anything. */
    List<String> environments() {
        return objects.keySet().stream()
                .filter(environment -> files.containsKey(folder(environment) + "/kustomization.yaml"))
                .toList();
    }

    static String folder(String environment) {
        return "kustomize/overlays/" + environment + "/shop";
    }

    /** What our own build makes otherwise. */
    List<Proof.Difference> differences() {
        List<Proof.Difference> differences = new ArrayList<>();
        for (String environment : environments()) {
            differences.addAll(Proof.differences(objects.get(environment), new Build(files).of(folder(environment))));
        }
        return differences;
    }
}
