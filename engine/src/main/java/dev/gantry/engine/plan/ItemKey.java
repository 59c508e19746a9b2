package dev.gantry.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds what tells the items of a list from each other, the way people do: by name, port, path, host, ... */
final class ItemKey {

    private static final List<Function<JsonNode, Optional<String>>> KEYS = List.of(
            field("name"),
            port("containerPort"),
            port("port"),
            field("mountPath"),
            field("devicePath"),
            item -> field("alert").apply(item).or(() -> field("record").apply(item)),
            field("host"),
            field("key"),
            field("type"),
            field("topologyKey"),
            field("ip"),
            field("path"),
            field("secretName"));

    private ItemKey() {}

    /** The key of every item of both lists; empty if there is none that all items have, and each another one. */
    static Optional<Function<JsonNode, String>> of(JsonNode one, JsonNode other) {
        for (Function<JsonNode, Optional<String>> key : KEYS) {
            if (tells(key, one) && tells(key, other)) {
                return Optional.of(item -> key.apply(item).orElseThrow());
            }
        }
        return Optional.empty();
    }

    /** The key of an item by itself; empty if it has none. */
    static Optional<String> of(JsonNode item) {
        return KEYS.stream()
                .map(key -> key.apply(item))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The keys in the order of the list. */
    static List<String> all(Function<JsonNode, String> key, JsonNode list) {
        List<String> keys = new ArrayList<>(list.size());
        list.forEach(item -> keys.add(key.apply(item)));
        return keys;
    }

    private static boolean tells(Function<JsonNode, Optional<String>> key, JsonNode list) {
        Set<String> known = new HashSet<>();
        for (JsonNode item : list) {
            Optional<String> value = key.apply(item);
            if (value.isEmpty() || !known.add(value.get())) {
                return false;
            }
        }
        return true;
    }

    private static Function<JsonNode, Optional<String>> field(String name) {
        return item -> {
            JsonNode value = item.path(name);
            return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
        };
    }

    private static Function<JsonNode, Optional<String>> port(String name) {
        return item -> {
            JsonNode value = item.path(name);
            return value.isNumber()
                    ? Optional.of(value.asText() + "/" + item.path("protocol").asText("TCP"))
                    : Optional.empty();
        };
    }
}
