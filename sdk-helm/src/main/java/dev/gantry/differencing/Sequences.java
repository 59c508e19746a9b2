package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.gantry.differencing.Template.Item;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds templates for lists: elements that are always there, elements that are there under some condition, and elements that are
 * made for each element of a setting.
 */
final class Sequences {

    private final Structures structures;

    Sequences(Structures structures) {
        this.structures = structures;
    }

    /**
     * A list in one run.
     *
     * @param trial the run
     * @param scope what the program was given, and the elements of the loops around
     * @param elements of the list
     */
    record Row(Trial trial, Given scope, List<JsonNode> elements) {

        Observation at(int index) {
            return new Observation(trial, scope, elements.get(index));
        }

        int size() {
            return elements.size();
        }
    }

    /** A template for lists. */
    List<Item> items(String field, List<Row> rows) throws Inexpressible {
        int size = rows.get(0).size();
        if (rows.stream().allMatch(row -> row.size() == size)) {
            return fixed(field, rows, 0, size, false);
        }
        Inexpressible problem = null;
        for (Loop loop : loops(rows)) {
            for (int before = loop.others(); before >= 0; before--) {
                try {
                    return looped(field, rows, loop, before);
                } catch (Inexpressible e) {
                    problem = e;
                }
            }
        }
        try {
            return aligned(field, rows);
        } catch (Inexpressible e) {
            throw problem == null
                    ? new Inexpressible(field, observations(rows), true, true)
                    : new Inexpressible(problem.field(), problem.observations(), true, problem.isCount());
        }
    }

    /** Whether all have the same size, or one that follows the size of a setting. */
    boolean areRegular(List<Row> rows) {
        int size = rows.get(0).size();
        return rows.stream().allMatch(row -> row.size() == size) || !loops(rows).isEmpty();
    }

    private static List<Observation> observations(List<Row> rows) {
        List<Observation> observations = new ArrayList<>();
        for (Row row : rows) {
            observations.add(new Observation(row.trial(), row.scope(), IntNode.valueOf(row.size())));
        }
        return observations;
    }

    private List<Item> fixed(String field, List<Row> rows, int from, int count, boolean fromEnd) throws Inexpressible {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = i;
            List<Observation> elements = rows.stream()
                    .map(row -> row.at(fromEnd ? row.size() - count + index : from + index))
                    .toList();
            items.add(new Item.One(structures.template(field + "[" + (from + i) + "]", elements)));
        }
        return items;
    }

    private List<Loop> loops(List<Row> rows) {
        return Loop.of(rows, structures, observations(rows));
    }

    private List<Item> looped(String field, List<Row> rows, Loop loop, int before) throws Inexpressible {
        List<Item> items = new ArrayList<>(fixed(field, rows, 0, before, false));
        Structures inner = structures.within(loop.over());
        List<Template> values = new ArrayList<>();
        for (int j = 0; j < loop.forEach(); j++) {
            List<Observation> elements = new ArrayList<>();
            for (Row row : rows) {
                int index = before + j;
                for (Given scope : loop.scopes(row)) {
                    elements.add(
                            new Observation(row.trial(), scope, row.elements().get(index)));
                    index += loop.forEach();
                }
            }
            Template value = inner.template(field + "[" + (before + j) + "]", elements);
            values.add(
                    loop.taken().equals(Condition.ALWAYS)
                            ? value
                            : new Template.Choice(loop.taken(), value, Template.NOTHING));
        }
        boolean entries = loop.over().form() == Form.MAP;
        items.add(new Item.Each(loop.over().ref(), entries, structures.knobs().depth(), values));
        items.addAll(fixed(field, rows, before, loop.others() - before, true));
        return items;
    }

    private List<Item> aligned(String field, List<Row> rows) throws Inexpressible {
        List<List<@Nullable JsonNode>> slots =
                Alignment.of(rows.stream().map(Row::elements).toList());
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            List<Observation> elements = new ArrayList<>();
            for (int r = 0; r < rows.size(); r++) {
                Row row = rows.get(r);
                elements.add(
                        new Observation(row.trial(), row.scope(), slots.get(i).get(r)));
            }
            items.add(new Item.One(structures.optional(field + "[" + i + "]", elements)));
        }
        return items;
    }
}
