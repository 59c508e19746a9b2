package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.function.Consumer;

/**
 * Edits a finished tree by the paths of its fields, as findings name them, such as
 * {@code spec.source.helm.parameters[0].value} or {@code metadata.annotations["example.com/owner"]}. Objects on the way
 * that are not there are made; a path that leads through something else, or to an item that a list does not have, is a
 * {@link ProgramRule#EDIT} finding with the line of the call.
 */
public final class TreeEditor {

    private final ObjectNode tree;

    TreeEditor(ObjectNode tree) {
        this.tree = tree;
    }

    /** Sets a field to a text, whatever it held. */
    public TreeEditor set(String path, String value) {
        return set(path, tree.textNode(value));
    }

    /** Sets a field to a whole number, whatever it held. */
    public TreeEditor set(String path, long value) {
        return set(path, tree.numberNode(value));
    }

    /** Sets a field to a truth value, whatever it held. */
    public TreeEditor set(String path, boolean value) {
        return set(path, tree.booleanNode(value));
    }

    /** Lets a block write to an object, which is made if it is not there. */
    public TreeEditor object(String path, Consumer<TreeEditor> fields) {
        FieldSteps steps = FieldSteps.of(path);
        fields.accept(new TreeEditor(objectAt(steps, steps.size())));
        return this;
    }

    /** Adds a text to a list, which is made if it is not there. */
    public TreeEditor add(String path, String value) {
        list(path).add(value);
        return this;
    }

    /** Adds an object to a list, which is made if it is not there, and lets a block write to it. */
    public TreeEditor addObject(String path, Consumer<TreeEditor> fields) {
        fields.accept(new TreeEditor(list(path).addObject()));
        return this;
    }

    /** Removes a field or an item of a list, which has to be there. */
    public TreeEditor remove(String path) {
        FieldSteps steps = FieldSteps.of(path);
        JsonNode owner = at(steps, steps.size() - 1);
        JsonNode removed = steps.isItem(steps.size() - 1)
                ? ((ArrayNode) owner).remove(steps.index(steps.size() - 1))
                : ((ObjectNode) owner).remove(steps.name(steps.size() - 1));
        if (removed == null) {
            throw leadsNowhere(steps, steps.size(), "there is nothing");
        }
        return this;
    }

    private TreeEditor set(String path, JsonNode value) {
        FieldSteps steps = FieldSteps.of(path);
        int last = steps.size() - 1;
        JsonNode owner = at(steps, last);
        if (steps.isItem(last)) {
            item((ArrayNode) owner, steps, last);
            ((ArrayNode) owner).set(steps.index(last), value);
        } else {
            ((ObjectNode) owner).set(steps.name(last), value);
        }
        return this;
    }

    private ArrayNode list(String path) {
        FieldSteps steps = FieldSteps.of(path);
        int last = steps.size() - 1;
        JsonNode owner = at(steps, last);
        JsonNode present = steps.isItem(last) ? item((ArrayNode) owner, steps, last) : owner.path(steps.name(last));
        if (present instanceof ArrayNode list) {
            return list;
        }
        if (owner instanceof ObjectNode object && (present.isMissingNode() || present.isNull())) {
            return object.putArray(steps.name(last));
        }
        throw leadsNowhere(steps, steps.size(), "there is no list");
    }

    /** What holds the step of that number: an object for a name, a list for an item. */
    private JsonNode at(FieldSteps steps, int step) {
        if (!steps.isItem(step)) {
            return objectAt(steps, step);
        }
        JsonNode owner = step == 0 ? tree : at(steps, step - 1);
        JsonNode list = step == 0 || steps.isItem(step - 1) ? owner : owner.path(steps.name(step - 1));
        if (list instanceof ArrayNode) {
            return list;
        }
        throw leadsNowhere(steps, step, "there is no list");
    }

    /** The object that the steps before that number lead to. */
    private ObjectNode objectAt(FieldSteps steps, int step) {
        if (step == 0) {
            return tree;
        }
        JsonNode owner = at(steps, step - 1);
        JsonNode present =
                steps.isItem(step - 1) ? item((ArrayNode) owner, steps, step - 1) : owner.path(steps.name(step - 1));
        if (present instanceof ObjectNode object) {
            return object;
        }
        if (owner instanceof ObjectNode object && (present.isMissingNode() || present.isNull())) {
            return object.putObject(steps.name(step - 1));
        }
        throw leadsNowhere(steps, step, "there is no object");
    }

    private static JsonNode item(ArrayNode list, FieldSteps steps, int step) {
        JsonNode item = list.get(steps.index(step));
        if (item == null) {
            throw leadsNowhere(steps, step + 1, "the list has " + list.size() + " items");
        }
        return item;
    }

    private static FindingsException leadsNowhere(FieldSteps steps, int count, String problem) {
        String place = steps.upTo(count);
        return new FindingsException(
                Finding.of(ProgramRule.EDIT, "The edit cannot reach " + steps + ": at " + place + ", " + problem + ".")
                        .hint("Give the path of a field as the manifest has it.")
                        .on(null, place)
                        .at(Origins.here()));
    }
}
