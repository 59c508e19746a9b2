package dev.gantry.settings;

import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the record from the merged files. A method that returns {@code null} has left a finding. */
final class Binder {

    private final Problems problems;
    private final Sources sources;
    private final SortedMap<String, Origin> lines = new TreeMap<>();

    Binder(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    SortedMap<String, Origin> lines() {
        return lines;
    }

    @Nullable
    Object bind(Shape.Group shape, Node.Mapping root) {
        return record(shape, root, root.place(), "");
    }

    private @Nullable Object value(Shape shape, Node node, Place parent, String path) {
        if (node instanceof Node.Unusable || shape instanceof Shape.Impossible) {
            return null;
        }
        boolean nothing = node instanceof Node.Scalar scalar && scalar.isNull();
        if (shape instanceof Shape.OptionalOf optional) {
            if (nothing) {
                return Optional.empty();
            }
            Object value = value(optional.value(), node, parent, path);
            return value == null ? null : Optional.of(value);
        }
        if (nothing) {
            problems.add(
                    SettingsRule.NULL_VALUE,
                    node.place(),
                    path,
                    path + " has no value",
                    "write " + shape.wanted() + ", or make the component an Optional");
            return null;
        }
        if (shape instanceof Shape.Value scalar && node instanceof Node.Scalar written) {
            return scalar(scalar, written, path);
        }
        if (shape instanceof Shape.ListOf list && node instanceof Node.Sequence sequence) {
            return list(list, sequence, path);
        }
        if (node instanceof Node.Mapping mapping) {
            // A mapping that only an override made has no line of its own: the one around it says where it belongs.
            Place place = mapping.place().origin() == null ? parent : mapping.place();
            if (shape instanceof Shape.Group group) {
                return record(group, mapping, place, path);
            }
            if (shape instanceof Shape.MapOf map) {
                return map(map, mapping, place, path);
            }
        }
        problems.add(
                SettingsRule.WRONG_TYPE,
                node.place(),
                path,
                path + " must be " + shape.wanted() + ", but is " + Shown.kind(node),
                shape instanceof Shape.ListOf ? listHint(node) : "");
        return null;
    }

    private static String listHint(Node node) {
        return node.place().origin() == null
                ? "write the whole list as [a, b]"
                : "write each element on a line of its own after \"- \"";
    }

    private @Nullable Object scalar(Shape.Value shape, Node.Scalar scalar, String path) {
        try {
            return shape.reading().read(scalar);
        } catch (Shape.Refusal e) {
            String message = path + " must be " + shape.wanted() + ", but " + e.message();
            problems.add(e.rule(), scalar.place(), path, message, e.hint());
            return null;
        }
    }

    private @Nullable Object list(Shape.ListOf shape, Node.Sequence sequence, String path) {
        List<Object> list = new ArrayList<>(sequence.elements().size());
        boolean complete = true;
        for (Node element : sequence.elements()) {
            String elementPath = KeyPath.element(path, list.size());
            note(elementPath, element.place());
            Object value = value(shape.element(), element, sequence.place(), elementPath);
            complete &= value != null;
            list.add(value == null ? "" : value);
        }
        return complete ? Collections.unmodifiableList(list) : null;
    }

    private @Nullable Object map(Shape.MapOf shape, Node.Mapping mapping, Place place, String path) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, Node.Entry> entry : mapping.entries().entrySet()) {
            String keyPath = KeyPath.key(path, entry.getKey());
            note(keyPath, entry.getValue().key());
            Object value = value(shape.value(), entry.getValue().value(), place, keyPath);
            if (value != null) {
                map.put(entry.getKey(), value);
            }
        }
        return map.size() == mapping.entries().size() ? Collections.unmodifiableMap(map) : null;
    }

    private @Nullable Object record(Shape.Group shape, Node.Mapping mapping, Place place, String path) {
        Set<String> meant = unknownKeys(shape, mapping, path);
        Object[] arguments = new Object[shape.fields().size()];
        boolean complete = true;
        for (int i = 0; i < arguments.length; i++) {
            Shape.Field field = shape.fields().get(i);
            String keyPath = KeyPath.key(path, field.name());
            Node.Entry entry = mapping.entries().get(field.name());
            if (entry != null) {
                note(keyPath, entry.key());
                Object value = value(field.shape(), entry.value(), place, keyPath);
                if (value != null) {
                    limit(field.limits(), value, entry.value(), keyPath);
                }
                complete &= value != null;
                arguments[i] = value;
            } else if (field.shape() instanceof Shape.OptionalOf) {
                arguments[i] = Optional.empty();
            } else {
                complete = false;
                if (!(field.shape() instanceof Shape.Impossible) && !meant.contains(field.name())) {
                    missing(field, place, keyPath);
                }
            }
        }
        return complete ? construct(shape, arguments, place, path) : null;
    }

    private void limit(Limits limits, Object given, Node node, String path) {
        Object value = given instanceof Optional<?> optional && optional.isPresent() ? optional.get() : given;
        String size = value instanceof List<?> || value instanceof Map<?, ?> ? " elements" : "";
        double number = value instanceof Number n
                ? n.doubleValue()
                : value instanceof List<?> list
                        ? list.size()
                        : value instanceof Map<?, ?> map ? map.size() : Double.NaN;
        if (limits.excludes(number)) {
            String message = path + " must be " + limits.wanted() + size + ", but is "
                    + BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            problems.add(SettingsRule.BAD_VALUE, node.place(), path, message, "the record's @Range says so");
        }
    }

    /** Answers the keys that misspelt ones were probably meant to be: that those are missing need not be said. */
    private Set<String> unknownKeys(Shape.Group shape, Node.Mapping mapping, String path) {
        List<String> known = shape.names();
        Set<String> meant = new HashSet<>();
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                String keyPath = KeyPath.key(path, key);
                String type = shape.type().getSimpleName();
                String hint = Spelling.hint(key, known, type + " has no components", "the keys here: ");
                problems.add(SettingsRule.UNKNOWN_KEY, entry.key(), keyPath, "unknown key " + keyPath, hint);
                String guess = Likeness.closest(key, known);
                if (guess != null) {
                    meant.add(guess);
                }
            }
        });
        return meant;
    }

    private void missing(Shape.Field field, Place place, String path) {
        problems.add(
                SettingsRule.MISSING_KEY,
                place.origin() == null ? Place.file(sources.file(), 1, 1) : new Place(place.origin(), ""),
                path,
                path + " is missing in " + sources.file()
                        + (sources.defaultsRead()
                                ? ", and " + sources.defaults() + " does not have it either"
                                : ", and there is no " + sources.defaults()),
                "add " + path + ": " + field.shape().wanted());
    }

    private @Nullable Object construct(Shape.Group shape, @Nullable Object[] arguments, Place place, String path) {
        Throwable thrown;
        try {
            return shape.constructor().newInstance(arguments);
        } catch (InvocationTargetException e) {
            thrown = Thrown.cause(e);
        } catch (ReflectiveOperationException e) {
            thrown = e;
        }
        String what = shape.type().getSimpleName() + " rejects " + (path.isEmpty() ? "the settings" : path);
        problems.add(Finding.of(SettingsRule.REJECTED, what + ": " + Thrown.message(thrown))
                .at(place.origin())
                .on(null, path.isEmpty() ? null : path)
                .related(Thrown.origin(thrown), "the line that rejects it"));
        return null;
    }

    private void note(String path, Place place) {
        if (place.origin() != null) {
            lines.put(path, place.origin());
        }
    }

    /**
     * The files that were looked at, as messages name them.
     *
     * @param file of the environment
     * @param defaults shared by all environments
     * @param defaultsRead whether there is such a file
     */
    record Sources(String file, String defaults, boolean defaultsRead) {}
}
