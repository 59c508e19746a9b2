package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a list has so many elements for each one of a setting's, or for each one that fulfils a condition, and some others.
 *
 * @param over the list or mapping
 * @param taken which of its elements count, asked within the loop
 * @param others how many elements there are besides
 * @param forEach how many there are for each
 */
record Loop(Knob over, Condition taken, int others, int forEach) {

    /** Every loop that explains how many elements there are. */
    static List<Loop> of(List<Sequences.Row> rows, Structures structures, List<Observation> sizes) {
        List<Loop> loops = new ArrayList<>();
        List<Loop> conditional = new ArrayList<>();
        for (Knob knob : structures.knobs().in(sizes)) {
            if (knob.form() == Form.LIST || knob.form() == Form.MAP) {
                add(loops, fit(knob, Condition.ALWAYS, rows));
                for (Condition taken : conditions(knob, structures, rows)) {
                    add(conditional, fit(knob, taken, rows));
                }
            }
        }
        loops.addAll(conditional);
        return loops;
    }

    private static void add(List<Loop> loops, @Nullable Loop loop) {
        if (loop != null) {
            loops.add(loop);
        }
    }

    /** What may be asked of an element alone. */
    private static List<Condition> conditions(Knob over, Structures structures, List<Sequences.Row> rows) {
        List<Observation> elements = new ArrayList<>();
        for (Sequences.Row row : rows) {
            for (JsonNode element : Elements.of(row.scope().get(over.ref()))) {
                elements.add(new Observation(row.trial(), row.scope().with(element), element));
            }
        }
        List<Condition> conditions = new ArrayList<>();
        if (!elements.isEmpty()) {
            for (Predicate predicate : structures.within(over).questionsOfElement(elements)) {
                Condition asked = new Condition.Asked(predicate);
                conditions.add(asked);
                conditions.add(new Condition.Not(asked));
            }
        }
        return conditions;
    }

    private static @Nullable Loop fit(Knob over, Condition taken, List<Sequences.Row> rows) {
        int given = count(rows.get(0), over, taken);
        int made = rows.get(0).size();
        int forEach = 0;
        for (Sequences.Row row : rows) {
            int more = count(row, over, taken) - given;
            if (more != 0) {
                forEach = (row.size() - made) / more;
                break;
            }
        }
        int others = made - forEach * given;
        if (forEach <= 0 || others < 0) {
            return null;
        }
        for (Sequences.Row row : rows) {
            if (row.size() != others + forEach * count(row, over, taken)) {
                return null;
            }
        }
        return new Loop(over, taken, others, forEach);
    }

    private static int count(Sequences.Row row, Knob over, Condition taken) {
        return scopes(row, over, taken).size();
    }

    /** Within the loop, in one run: a scope for each element that counts. */
    List<Given> scopes(Sequences.Row row) {
        return scopes(row, over, taken);
    }

    private static List<Given> scopes(Sequences.Row row, Knob over, Condition taken) {
        List<Given> scopes = new ArrayList<>();
        for (JsonNode element : Elements.of(row.scope().get(over.ref()))) {
            Given scope = row.scope().with(element);
            if (taken.test(scope)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }
}
