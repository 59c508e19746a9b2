package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a loop goes through: the elements of a list, or the entries of a mapping, by key, which is the order in which templates go
 * through them.
 */
final class Elements {

    static final String KEY = "key";
    static final String VALUE = "value";

    private Elements() {}

    /** The elements; an entry is an object of {@value #KEY} and {@value #VALUE}. */
    static List<JsonNode> of(JsonNode given) {
        List<JsonNode> elements = new ArrayList<>(given.size());
        if (given instanceof ObjectNode map) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            map.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            sorted.forEach((key, value) -> elements.add(
                    JsonNodeFactory.instance.objectNode().put(KEY, key).set(VALUE, value)));
        } else {
            given.forEach(elements::add);
        }
        return elements;
    }

    /** What an element may be. */
    static SettingComponent component(SettingComponent repeated) {
        SettingComponent element = Objects.requireNonNull(repeated.element());
        if (repeated.form() == Form.LIST) {
            return element;
        }
        return entry(component(KEY, Form.TEXT, List.of()), named(VALUE, element));
    }

    private static SettingComponent entry(SettingComponent key, SettingComponent value) {
        return component("", Form.GROUP, List.of(key, value));
    }

    private static SettingComponent component(String name, Form form, List<SettingComponent> parts) {
        Class<?> type = form == Form.TEXT ? String.class : Object.class;
        return new SettingComponent(name, form, type, false, parts, null, List.of(), null, null, List.of());
    }

    private static SettingComponent named(String name, SettingComponent other) {
        return new SettingComponent(
                name,
                other.form(),
                other.type(),
                other.optional(),
                other.components(),
                other.element(),
                other.constants(),
                other.min(),
                other.max(),
                other.samples());
    }
}
