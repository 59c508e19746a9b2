package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applies the author's edits, and sees to it that a resource stays the one that it was. */
public final class Edits {

    private static final String[] IDENTITY = {"apiVersion", "kind", "name", "namespace"};

    private Edits() {}

    /**
     * Lets an edit change a tree in place. What identifies the resource is put back if the edit changed it.
     *
     * @param line where the edit was given, for findings that know no better line
     * @throws FindingsException with {@link ProgramRule#EDIT}, if the edit throws an exception, changes apiVersion, kind,
     *     name or namespace, or leaves something in the tree that no manifest can hold
     */
    public static void apply(ObjectNode tree, TreeEdit edit, @Nullable Origin line) {
        @Nullable JsonNode[] before = new JsonNode[IDENTITY.length];
        for (int i = 0; i < IDENTITY.length; i++) {
            before[i] = identity(tree, i);
        }
        try {
            edit.apply(tree);
        } catch (FindingsException e) {
            throw new FindingsException(e.findings().stream()
                    .map(finding -> finding.origin() == null ? finding.at(line) : finding)
                    .toList());
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw new FindingsException(thrown(e, line));
        }
        Finding changed = putBack(tree, before);
        if (changed != null) {
            throw new FindingsException(changed.at(line));
        }
        String foreign = foreign(tree, "");
        if (foreign != null) {
            throw new FindingsException(Finding.of(
                            ProgramRule.EDIT,
                            "The edit wrote a Java object that no manifest can hold to " + foreign + ".")
                    .hint("Write texts, numbers, truth values, objects and lists only.")
                    .on(null, foreign)
                    .at(line));
        }
    }

    private static Finding thrown(Throwable thrown, @Nullable Origin line) {
        ClassLoader loader = Edits.class.getClassLoader();
        Origin there = loader == null ? null : Origins.in(thrown.getStackTrace(), loader);
        String message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        return Finding.of(
                        ProgramRule.EDIT, "The edit threw " + thrown.getClass().getName() + message)
                .hint("Correct the block that was given to raw(...) or rawTree(...).")
                .at(there == null ? line : there);
    }

    private static @Nullable Finding putBack(ObjectNode tree, @Nullable JsonNode[] before) {
        Finding finding = null;
        for (int i = 0; i < IDENTITY.length; i++) {
            JsonNode after = identity(tree, i);
            if (Objects.equals(before[i], after)) {
                continue;
            }
            String field = (i < 2 ? "" : "metadata.") + IDENTITY[i];
            finding = Finding.of(
                            ProgramRule.EDIT,
                            "The edit changed " + field + " from " + shown(before[i]) + " to " + shown(after) + ".")
                    .hint(
                            "An edit cannot make another resource of this one: give the name to of(...), the namespace to "
                                    + "namespace(...) or to the stack, and for another apiVersion or kind use Raw.of(...).")
                    .on(null, field);
            ObjectNode owner = i < 2 ? tree : metadata(tree);
            if (before[i] == null) {
                owner.remove(IDENTITY[i]);
            } else {
                owner.set(IDENTITY[i], before[i]);
            }
        }
        return finding;
    }

    private static ObjectNode metadata(ObjectNode tree) {
        return tree.get("metadata") instanceof ObjectNode present ? present : tree.putObject("metadata");
    }

    private static @Nullable JsonNode identity(ObjectNode tree, int index) {
        JsonNode owner = index < 2 ? tree : tree.get("metadata");
        return owner == null ? null : owner.get(IDENTITY[index]);
    }

    private static String shown(@Nullable JsonNode value) {
        return value == null ? "nothing" : value.toString();
    }

    private static @Nullable String foreign(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String found = within(field.getValue(), path, field.getKey(), -1);
                if (found != null) {
                    return found;
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String found = within(node.get(i), path, "", i);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable String within(JsonNode value, String path, String name, int index) {
        boolean bad = value instanceof POJONode
                || value instanceof BinaryNode
                || (value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue()) && !value.isBigDecimal());
        if (!bad && !value.isContainerNode()) {
            return null;
        }
        String here = index < 0 ? FieldPath.child(path, name) : FieldPath.item(path, index);
        return bad ? here : foreign(value, here);
    }
}
