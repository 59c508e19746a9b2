package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map.Entry;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One entry of the field {@code labels} of a base: labels that everything has, in the metadata alone or in selectors and
 * templates too.
 *
 * @param pairs the labels
 * @param includeSelectors whether selectors and the templates of pods have them as well
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/labels/">labels</a>
 */
record LabelTransformer(SortedMap<String, String> pairs, boolean includeSelectors) {

    private static final String LABELS = "/metadata/labels";

    /** The labels that all objects have in their metadata; none if there are not two objects. */
    static SortedMap<String, String> common(List<ObjectNode> trees) {
        SortedMap<String, String> common = new TreeMap<>();
        if (trees.size() > 1) {
            for (Entry<String, JsonNode> label : trees.get(0).at(LABELS).properties()) {
                JsonNode value = label.getValue();
                if (value.isTextual()
                        && trees.stream()
                                .allMatch(tree -> value.equals(tree.at(LABELS).get(label.getKey())))) {
                    common.put(label.getKey(), value.textValue());
                }
            }
        }
        return common;
    }

    /** Whether it leaves an object as it is, which has to be so for it to be taken out. */
    boolean keeps(ObjectNode tree) {
        ObjectNode copy = tree.deepCopy();
        apply(copy);
        return copy.equals(tree);
    }

    /** Whether an object has a selector, or a template of pods. */
    static boolean selects(ObjectNode tree) {
        return !SelectorFields.created(ObjectKey.of(tree)).isEmpty();
    }

    /** Takes the labels out of an object, where they will be put back. */
    void takeOut(ObjectNode tree) {
        takeOut(tree, LABELS);
        if (includeSelectors) {
            SelectorFields.created(ObjectKey.of(tree)).forEach(field -> takeOut(tree, field));
        }
    }

    private void takeOut(ObjectNode tree, String field) {
        if (tree.at(field) instanceof ObjectNode labels) {
            labels.remove(pairs.keySet());
            int slash = field.lastIndexOf('/');
            if (labels.isEmpty() && tree.at(field.substring(0, slash)) instanceof ObjectNode parent) {
                parent.remove(field.substring(slash + 1));
            }
        }
    }

    /** Sets the labels, as Kustomize does. */
    void apply(ObjectNode tree) {
        put(tree.withObject(LABELS));
        if (includeSelectors) {
            ObjectKey key = ObjectKey.of(tree);
            SelectorFields.created(key).forEach(field -> put(tree.withObject(field)));
            SelectorFields.present(key).forEach(field -> putAt(tree, List.of(field.split("/", -1))));
        }
    }

    private void put(ObjectNode labels) {
        pairs.forEach((key, value) -> labels.set(key, TextNode.valueOf(value)));
    }

    /** Follows a path whose steps may lead through lists, as far as it is there. */
    private void putAt(JsonNode node, List<String> steps) {
        if (node.isArray()) {
            node.forEach(item -> putAt(item, steps));
        } else if (steps.isEmpty()) {
            if (node instanceof ObjectNode labels) {
                put(labels);
            }
        } else {
            putAt(node.path(steps.get(0)), steps.subList(1, steps.size()));
        }
    }
}
