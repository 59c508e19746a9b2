package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.program.ComparedConstants;
import dev.gantry.settings.SettingComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The states that settings can be in, as far as a program may tell them apart: a boolean is true or false, a text is empty, one
 * that the program compares it with, or any other, a list has no element, one, or several.
 */
final class States {

    /** With more constants than these it is not known which of them matter to which setting. */
    private static final int MOST_CONSTANTS = 8;

    private final Probes probes;
    private final ComparedConstants constants;
    private final Set<Ref> neverEmpty;
    private final Map<Ref, List<Function<JsonNode, @Nullable JsonNode>>> states = new LinkedHashMap<>();

    /**
     * The states of a record's components.
     *
     * @param neverEmpty texts of which it is known that they must not be empty
     */
    States(SettingComponent settings, Probes probes, ComparedConstants constants, Set<Ref> neverEmpty) {
        this.probes = probes;
        this.constants = constants;
        this.neverEmpty = new LinkedHashSet<>(neverEmpty);
        for (SettingComponent component : settings.components()) {
            add(Ref.setting(List.of(component.name())), component);
        }
    }

    /** Whether there are few enough constants of the program for each of them to be a state of each setting. */
    static boolean know(Collection<?> constants) {
        return constants.size() <= MOST_CONSTANTS;
    }

    /** How many states each setting has. */
    List<Integer> counts() {
        return states.values().stream().map(List::size).toList();
    }

    /**
     * Settings in some states.
     *
     * @param chosen for each setting
     * @param like settings whose values are altered
     */
    ObjectNode settings(SettingComponent settings, int[] chosen, ObjectNode like) {
        Map<Ref, Integer> byRef = new LinkedHashMap<>();
        int i = 0;
        for (Ref ref : states.keySet()) {
            byRef.put(ref, chosen[i++]);
        }
        return group(settings, Ref.setting(List.of()), byRef, like);
    }

    private ObjectNode group(SettingComponent group, Ref at, Map<Ref, Integer> chosen, JsonNode like) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (SettingComponent component : group.components()) {
            Ref ref = at.then(component.name());
            JsonNode known = like.path(component.name());
            Integer state = chosen.get(ref);
            JsonNode value = state == null
                    ? group(component, ref, chosen, known)
                    : states.getOrDefault(ref, List.of()).get(state).apply(known);
            if (value instanceof ObjectNode && component.form() == SettingComponent.Form.GROUP) {
                value = group(component, ref, chosen, known);
            }
            if (value != null) {
                values.set(component.name(), value);
            }
        }
        return values;
    }

    private void add(Ref ref, SettingComponent component) {
        List<Function<JsonNode, @Nullable JsonNode>> own = new ArrayList<>();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (component.form()) {
            case GROUP -> {
                if (component.optional()) {
                    own.add(like -> nodes.objectNode());
                }
                component.components().forEach(inner -> add(ref.then(inner.name()), inner));
            }
            case BOOLEAN -> {
                own.add(like -> nodes.booleanNode(false));
                own.add(like -> nodes.booleanNode(true));
            }
            case CONSTANT -> component.constants().forEach(constant -> own.add(like -> nodes.textNode(constant)));
            case LIST -> {
                for (int size : sizes(component, 2)) {
                    own.add(like -> probes.list(component, like, size));
                }
            }
            case MAP -> {
                for (int size : sizes(component, 1)) {
                    own.add(like -> probes.map(component, like, size));
                }
            }
            case DECIMAL -> own.add(like -> probes.value(component, like));
            case TEXT -> {
                own.add(like -> probes.value(component, like));
                if (!neverEmpty.contains(ref)) {
                    own.add(like -> nodes.textNode(""));
                }
                if (know(constants.texts())) {
                    constants.texts().forEach(text -> own.add(like -> nodes.textNode(text)));
                }
            }
            case WHOLE -> {
                own.add(like -> probes.value(component, like));
                if (know(constants.numbers())) {
                    for (long number : around(component)) {
                        own.add(like -> Probes.number(number));
                    }
                }
            }
        }
        if (component.optional()) {
            own.add(like -> null);
        }
        if (!own.isEmpty()) {
            states.put(ref, List.copyOf(own));
        }
    }

    private Set<Long> around(SettingComponent component) {
        Set<Long> around = new LinkedHashSet<>();
        for (long number : constants.numbers()) {
            for (long near = number - 1; near <= number + 1; near++) {
                boolean low = component.min() != null && near < component.min();
                boolean high = component.max() != null && near > component.max();
                if (!low && !high) {
                    around.add(near);
                }
            }
        }
        return around;
    }

    private static Set<Integer> sizes(SettingComponent component, int most) {
        int least = component.min() == null ? 0 : component.min().intValue();
        Set<Integer> sizes = new LinkedHashSet<>();
        for (int size = least; size <= least + most; size++) {
            if (component.max() == null || size <= component.max()) {
                sizes.add(size);
            }
        }
        return sizes;
    }
}
