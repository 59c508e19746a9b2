package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The base of a stack while it is made: objects in files of their own, and what generators make. */
final class Base {

    private final List<Item> items = new ArrayList<>();

    /** One object; without a file, a generator makes it. */
    private record Item(String file, ObjectNode tree) {}

    void resource(String file, ObjectNode tree) {
        items.add(new Item(file, tree.deepCopy()));
    }

    void generated(Content content) {
        items.add(new Item("", content.tree()));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Writes the base into a folder. */
    void write(String folder, TreeFiles files) {
        Kustomization kustomization = new Kustomization();
        labels(kustomization);
        for (Item item : items) {
            Content content = item.file().isEmpty() ? Content.of(item.tree()) : null;
            if (content != null) {
                kustomization.generator(
                        content.key().kind(), Generator.write(content, Generator.Behavior.CREATE, folder, files));
            } else {
                files.yaml(folder + "/" + item.file(), item.tree());
                kustomization.resource(item.file());
            }
        }
        files.yaml(folder + "/" + Kustomization.FILE, kustomization.toTree());
    }

    /** Moves labels that all objects have into the kustomization; first those that selectors have too. */
    private void labels(Kustomization kustomization) {
        List<ObjectNode> trees = items.stream().map(Item::tree).toList();
        SortedMap<String, String> everywhere = new TreeMap<>();
        SortedMap<String, String> metadata = LabelTransformer.common(trees);
        if (trees.stream().anyMatch(LabelTransformer::selects)) {
            metadata.forEach((key, value) -> {
                LabelTransformer one = new LabelTransformer(new TreeMap<>(Map.of(key, value)), true);
                if (trees.stream().allMatch(one::keeps)) {
                    everywhere.put(key, value);
                }
            });
        }
        metadata.keySet().removeAll(everywhere.keySet());
        for (LabelTransformer transformer :
                List.of(new LabelTransformer(everywhere, true), new LabelTransformer(metadata, false))) {
            if (!transformer.pairs().isEmpty()) {
                trees.forEach(transformer::takeOut);
                kustomization.labels(transformer);
            }
        }
    }
}
