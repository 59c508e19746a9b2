package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.differencing.Template.Member;
import dev.gantry.field.FieldDifference;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds templates for objects: fields that are always there, fields that are there under some condition, and fields that are made
 * for each entry of a mapping of the settings.
 */
final class Mappings {

    private final Structures structures;

    Mappings(Structures structures) {
        this.structures = structures;
    }

    /** A template for objects. */
    Template members(String field, List<Observation> observations) throws Inexpressible {
        List<Member> members = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        observations.forEach(o -> value(o).fieldNames().forEachRemaining(names::add));
        Knob spread = spread(observations);
        if (spread != null) {
            members.add(new Member.Spread(spread.ref()));
            names.removeIf(name -> observations.stream()
                    .allMatch(o ->
                            !value(o).has(name) || o.scope().get(spread.ref()).has(name)));
        }
        Member.Repeated each = each(field, names, observations);
        if (each != null) {
            members.add(each);
        }
        List<List<String>> computed =
                names.size() == value(observations.get(0)).size() ? List.of() : computedNames(names, observations);
        for (List<String> own : computed) {
            names.removeAll(own);
            members.add(named(field, own, observations));
        }
        for (String name : ordered(names, observations)) {
            List<Observation> below = observations.stream()
                    .filter(o -> spread == null || !o.scope().get(spread.ref()).has(name))
                    .map(o -> o.with(value(o).get(name)))
                    .toList();
            String path = field.isEmpty() ? name : field + "." + name;
            members.add(new Member.Field(name, structures.optional(path, below)));
        }
        return new Template.Members(members);
    }

    /**
     * Fields for the entries of a mapping of the settings: those that are there only if the mapping has entries, if there is one for
     * each of them. Their names are removed; {@code null} if there is no such mapping.
     */
    private Member.@Nullable Repeated each(String field, Set<String> names, List<Observation> observations) {
        for (Knob knob : structures.knobs().in(observations)) {
            if (knob.form() == Form.MAP) {
                Set<String> own = new LinkedHashSet<>(names);
                own.removeIf(name -> observations.stream().allMatch(o -> value(o).has(name)));
                for (Observation observation : observations) {
                    if (observation.scope().get(knob.ref()).isEmpty()) {
                        value(observation).fieldNames().forEachRemaining(own::remove);
                    }
                }
                Member.Repeated each = each(field, knob, own, observations);
                if (each != null) {
                    names.removeAll(own);
                    return each;
                }
            }
        }
        return null;
    }

    private Member.@Nullable Repeated each(
            String field, Knob mapping, Set<String> own, List<Observation> observations) {
        List<String> names = new ArrayList<>();
        List<Observation> values = new ArrayList<>();
        for (Observation observation : observations) {
            List<JsonNode> entries = Elements.of(observation.scope().get(mapping.ref()));
            int index = 0;
            for (Map.Entry<String, JsonNode> made : value(observation).properties()) {
                if (own.contains(made.getKey())) {
                    if (index == entries.size()) {
                        return null;
                    }
                    names.add(made.getKey());
                    Given scope = observation.scope().with(entries.get(index++));
                    values.add(new Observation(observation.trial(), scope, made.getValue()));
                }
            }
            if (index < entries.size()) {
                return null;
            }
        }
        Structures inner = structures.within(mapping);
        Formula name = values.size() < 2 ? null : inner.explanations().text(names, values);
        int depth = structures.knobs().depth();
        if (!(name instanceof Formula.Joined joined)
                || !joined.has(Ref.element(depth).then(Elements.KEY))) {
            return null; // one name for all of them would leave one of them
        }
        try {
            Template value = inner.template(field + "." + names.get(0), values);
            return new Member.Repeated(mapping.ref(), depth, joined, value);
        } catch (Inexpressible e) {
            return null;
        }
    }

    /**
     * Names that are put together from settings: those that are not in every run, if there are as many of them in each. For each
     * place, the name in every run.
     */
    private List<List<String>> computedNames(Set<String> names, List<Observation> observations) {
        List<String> always = names.stream()
                .filter(name -> observations.stream().allMatch(o -> value(o).has(name)))
                .toList();
        List<List<String>> columns = new ArrayList<>();
        for (Observation observation : observations) {
            List<String> own = new ArrayList<>();
            value(observation).fieldNames().forEachRemaining(name -> {
                if (names.contains(name) && !always.contains(name)) {
                    own.add(name);
                }
            });
            if (columns.isEmpty()) {
                own.forEach(name -> columns.add(new ArrayList<>()));
            }
            if (own.isEmpty() || own.size() != columns.size()) {
                return List.of();
            }
            for (int i = 0; i < own.size(); i++) {
                columns.get(i).add(own.get(i));
            }
        }
        boolean all =
                columns.stream().allMatch(column -> structures.explanations().text(column, observations) != null);
        return all ? columns : List.of();
    }

    private Member named(String field, List<String> names, List<Observation> observations) throws Inexpressible {
        List<Observation> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            values.add(observations.get(i).with(value(observations.get(i)).get(names.get(i))));
        }
        Formula name = Objects.requireNonNull(structures.explanations().text(names, observations));
        return new Member.Named(name, structures.template(field + "." + names.get(0), values));
    }

    /** As the run with the most fields has them, and what others have besides after that. */
    private static List<String> ordered(Set<String> names, List<Observation> observations) {
        Observation largest = observations.get(0);
        for (Observation observation : observations) {
            if (value(observation).size() > value(largest).size()) {
                largest = observation;
            }
        }
        List<String> ordered = new ArrayList<>();
        value(largest).fieldNames().forEachRemaining(name -> {
            if (names.contains(name)) {
                ordered.add(name);
            }
        });
        names.stream().filter(name -> !ordered.contains(name)).forEach(ordered::add);
        return ordered;
    }

    /** A mapping of the settings all of whose entries are in the object; {@code null} if there is none. */
    private @Nullable Knob spread(List<Observation> observations) {
        for (Knob knob : structures.knobs().in(observations)) {
            if (knob.form() == Form.MAP && observations.stream().allMatch(o -> holds(o, knob.ref()))) {
                return knob;
            }
        }
        return null;
    }

    private static boolean holds(Observation observation, Ref map) {
        JsonNode given = observation.scope().get(map);
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            JsonNode made = value(observation).get(entry.getKey());
            if (made == null || !FieldDifference.areSame(entry.getValue(), made)) {
                return false;
            }
        }
        return given.isObject() || given.isMissingNode();
    }

    private static JsonNode value(Observation observation) {
        return Objects.requireNonNull(observation.value());
    }
}
