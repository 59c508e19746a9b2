package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.output.SafeFileName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the objects of one environment in the others, by kind and name, and names their files. */
final class Counterparts {

    private final String stack;
    private final SortedMap<String, String> namespaces;
    private final SortedMap<String, String> transformed;
    private final Map<ObjectKey, SortedMap<String, ObjectNode>> byKey = new LinkedHashMap<>();
    private final Map<ObjectKey, String> files = new HashMap<>();

    /**
     * Counterparts within a stack.
     *
     * @param namespaces of the stack, by environment
     * @param transformed the namespaces that the overlays set; empty if the objects keep theirs
     */
    Counterparts(String stack, SortedMap<String, String> namespaces, SortedMap<String, String> transformed) {
        this.stack = stack;
        this.namespaces = namespaces;
        this.transformed = transformed;
    }

    /** The objects, in the order of the first environment that has them; their trees are the ones that were given. */
    List<Counterpart> of(SortedMap<String, List<ObjectNode>> objects) {
        boolean oneName = new HashSet<>(transformed.values()).size() == 1;
        objects.forEach((environment, trees) -> {
            for (ObjectNode tree : trees) {
                String namespace = ObjectKey.of(tree).namespace();
                String file = file(tree, namespace, environment);
                if (transformed.containsKey(environment)) {
                    NamespaceTransformer.takeOut(
                            tree, oneName ? ObjectKey.of(tree).name() : stack);
                }
                ObjectKey key = ObjectKey.of(tree);
                byKey.computeIfAbsent(key, x -> new TreeMap<>()).put(environment, tree);
                files.putIfAbsent(key, file);
            }
        });
        Set<String> once = new HashSet<>();
        Set<String> several = new HashSet<>();
        files.values().forEach(file -> (once.add(file) ? once : several).add(file));
        List<Counterpart> all = new ArrayList<>(byKey.size());
        byKey.forEach((key, trees) -> {
            String file = files.getOrDefault(key, "");
            String whole = several.contains(file) ? file + "." + key.group() : file;
            all.add(new Counterpart(key, SafeFileName.shortened(whole), trees));
        });
        return all;
    }

    /**
     * The kind and the name, with the namespace only where it is not the stack's: neither depends on what else there is, so
     * no file is renamed because of another. Two kinds of one name have their group added.
     */
    private String file(ObjectNode tree, String namespace, String environment) {
        ObjectKey key = ObjectKey.of(tree);
        String kind = SafeFileName.escaped(key.kind().toLowerCase(Locale.ROOT));
        if (NamespaceTransformer.isNamespace(key) && transformed.containsKey(environment)) {
            return kind;
        }
        boolean own = namespace.isEmpty() || namespace.equals(namespaces.get(environment));
        return kind + "-" + (own ? "" : SafeFileName.escaped(namespace) + ".") + SafeFileName.escaped(key.name());
    }
}
