package dev.gantry.chartinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Leaf;
import dev.gantry.extension.Origins;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Origin;
import dev.gantry.settings.RecordTree;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values for a chart, as its {@code values.yaml} names them. A key is taken as it is; what is below another key is set inside
 * {@link #object}.
 *
 * @see <a href="https://helm.sh/docs/chart_template_guide/values_files/">Values files</a>
 */
public final class HelmValues {

    private final ObjectNode tree;
    private final String path;
    private final Notes notes;

    /**
     * What is known of values beside what they are.
     *
     * @param lines where each was set, by path
     * @param flaws takes what is wrong
     */
    record Notes(SortedMap<String, Origin> lines, Consumer<Flaw> flaws) {}

    HelmValues(ObjectNode tree, String path, Notes notes) {
        this.tree = tree;
        this.path = path;
        this.notes = notes;
    }

    /** Sets a value to a text. */
    public HelmValues set(String key, String value) {
        return set(key, value == null ? null : JsonNodeFactory.instance.textNode(value));
    }

    /** Sets a value to {@code true} or {@code false}. */
    public HelmValues set(String key, boolean value) {
        return set(key, JsonNodeFactory.instance.booleanNode(value));
    }

    /** Sets a value to a whole number. */
    public HelmValues set(String key, long value) {
        return set(key, JsonNodeFactory.instance.numberNode(value));
    }

    /** Sets a value to a number. */
    public HelmValues set(String key, double value) {
        return set(key, JsonNodeFactory.instance.numberNode(value));
    }

    /** Sets a value to what a field of a resource would show, such as a {@code Quantity}. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public HelmValues set(String key, Leaf value) {
        if (value != null) {
            value.flaws().forEach(notes.flaws());
        }
        return set(key, value == null ? null : value.toJson());
    }

    /**
     * Sets a value to a list.
     *
     * @param value texts, numbers, booleans, records, or lists of them
     */
    public HelmValues set(String key, List<?> value) {
        return set(key, value == null ? null : RecordTree.of(value));
    }

    /** Takes a value away that the chart sets by itself. */
    public HelmValues remove(String key) {
        return set(key, JsonNodeFactory.instance.nullNode());
    }

    /** Sets what is below a key, over what was set there before. */
    public HelmValues object(String key, Consumer<HelmValues> values) {
        if (given(key) && given(values)) {
            ObjectNode inner = tree.get(key) instanceof ObjectNode present ? present : tree.putObject(key);
            values.accept(new HelmValues(inner, note(key), notes));
        }
        return this;
    }

    /** Sets what is below a key to a record, with its components as keys, written as settings are. */
    public HelmValues object(String key, Record value) {
        return set(key, value == null ? null : RecordTree.of(value));
    }

    /** Adds an object to the list below a key. The lists of the chart itself are replaced. */
    public HelmValues add(String key, Consumer<HelmValues> values) {
        if (given(key) && given(values)) {
            ArrayNode list = tree.get(key) instanceof ArrayNode present ? present : tree.putArray(key);
            String item = FieldPath.item(note(key), list.size());
            values.accept(new HelmValues(list.addObject(), item, notes));
        }
        return this;
    }

    private HelmValues set(String key, @Nullable JsonNode value) {
        if (given(key) && given(value)) {
            note(key);
            tree.set(key, value);
        }
        return this;
    }

    /** Remembers the line of a key, and answers its path. */
    private String note(String key) {
        String full = FieldPath.child(path, key);
        Origin here = Origins.here();
        if (here != null) {
            notes.lines().put(full, here);
        }
        return full;
    }

    private boolean given(@Nullable Object value) {
        if (value == null) {
            notes.flaws().accept(Flaw.missing());
        }
        return value != null;
    }
}
