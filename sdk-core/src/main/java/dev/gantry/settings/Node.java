package dev.gantry.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a settings file with its place. */
sealed interface Node {

    Place place();

    /** This value with another one over it: mappings are merged by key, anything else is replaced. */
    default Node under(Node over) {
        if (!(this instanceof Mapping lower) || !(over instanceof Mapping upper)) {
            return over;
        }
        Map<String, Entry> merged = new LinkedHashMap<>(lower.entries);
        upper.entries.forEach((key, entry) -> {
            Entry below = lower.entries.get(key);
            merged.put(key, below == null ? entry : new Entry(entry.key, below.value.under(entry.value)));
        });
        return new Mapping(upper.place, merged);
    }

    /** Keys and values in the order of the file. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {

        Mapping with(String key, Place keyPlace, Node value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, new Entry(keyPlace, value));
            return new Mapping(place, changed);
        }

        @Nullable
        Node value(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value;
        }
    }

    /** One key's place and value. */
    record Entry(Place key, Node value) {}

    /** A list. */
    record Sequence(Place place, List<Node> elements) implements Node {

        Sequence with(int index, Node element) {
            List<Node> changed = new ArrayList<>(elements);
            changed.set(index, element);
            return new Sequence(place, changed);
        }
    }

    /** Text, a number, a boolean or null, as it was written. */
    record Scalar(Place place, Kind kind, String text) implements Node {

        boolean isNull() {
            return kind == Kind.NULL;
        }
    }

    /** A value that is there, but of which a finding already says that it cannot be used. */
    record Unusable(Place place) implements Node {}

    /** What a YAML reader takes a scalar for. */
    enum Kind {
        TEXT,
        WHOLE,
        DECIMAL,
        BOOLEAN,
        NULL,
        /** From the command line: whatever the component wants. */
        LITERAL
    }
}
