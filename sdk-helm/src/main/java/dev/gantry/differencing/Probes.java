package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.program.ComparedConstants;
import dev.gantry.settings.SettingComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values for settings that look like those that people write: digits become other digits and letters other letters, while
 * punctuation stays. The same sequence each time.
 */
final class Probes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9.]+ ?[A-Za-z%]{0,3}");
    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
    private static final int MOST_ELEMENTS = 3;

    private final Random random;
    private final ComparedConstants constants;

    Probes(ComparedConstants constants, long seed) {
        this.constants = constants;
        this.random = new Random(seed);
    }

    /** The source of all that is by chance here. */
    Random random() {
        return random;
    }

    /** One of so many, from 0. */
    int pick(int count) {
        return random.nextInt(count);
    }

    /** Whether something that happens so often, of a hundred times, happens now. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A whole record with other values; what is optional may go or come. */
    ObjectNode group(SettingComponent group, JsonNode like) {
        ObjectNode values = NODES.objectNode();
        for (SettingComponent component : group.components()) {
            if (!component.optional() || chance(70)) {
                values.set(component.name(), value(component, like.path(component.name())));
            }
        }
        return values;
    }

    /** Another value for a component, which need not be different. */
    JsonNode value(SettingComponent component, JsonNode like) {
        return switch (component.form()) {
            case GROUP -> group(component, like);
            case LIST -> list(component, like, size(component));
            case MAP -> map(component, like, size(component));
            case BOOLEAN -> NODES.booleanNode(random.nextBoolean());
            case CONSTANT -> NODES.textNode(one(component.constants()));
            case WHOLE -> number(whole(component, like));
            case DECIMAL -> DecimalNode.valueOf(BigDecimal.valueOf(1 + random.nextInt(9_999), 2));
            case TEXT -> NODES.textNode(text(component, like.isMissingNode() ? null : like.asText()));
        };
    }

    /** A whole number as settings have it: numbers that are equal are to be equal trees. */
    static JsonNode number(long number) {
        return (int) number == number ? NODES.numberNode((int) number) : NODES.numberNode(number);
    }

    /** A list of so many elements. */
    ArrayNode list(SettingComponent component, JsonNode like, int size) {
        SettingComponent element = element(component);
        ArrayNode list = NODES.arrayNode();
        for (int i = 0; i < size; i++) {
            list.add(value(element, like.isEmpty() ? like.path(0) : like.path(random.nextInt(like.size()))));
        }
        return list;
    }

    /** A mapping of at most so many entries, sorted by key. */
    ObjectNode map(SettingComponent component, JsonNode like, int size) {
        List<String> known = new ArrayList<>();
        like.fieldNames().forEachRemaining(known::add);
        SortedMap<String, JsonNode> entries = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            String key = known.isEmpty() ? null : one(known);
            entries.put(
                    altered(key == null ? "team" : key),
                    value(element(component), key == null ? like.path(0) : like.path(key)));
        }
        ObjectNode map = NODES.objectNode();
        entries.forEach(map::set);
        return map;
    }

    private static SettingComponent element(SettingComponent component) {
        SettingComponent element = component.element();
        if (element == null) {
            throw new IllegalArgumentException(component.name() + " has no elements");
        }
        return element;
    }

    private int size(SettingComponent component) {
        int least = component.min() == null ? 0 : component.min().intValue();
        int most = component.max() == null
                ? least + MOST_ELEMENTS
                : component.max().intValue();
        return least + random.nextInt(Math.max(1, Math.min(most - least, MOST_ELEMENTS) + 1));
    }

    private long whole(SettingComponent component, JsonNode like) {
        long least = component.min() == null ? Long.MIN_VALUE : component.min();
        long most = component.max() == null ? Long.MAX_VALUE : component.max();
        long number;
        if (!constants.numbers().isEmpty() && chance(20)) {
            number = one(constants.numbers()) + random.nextInt(3) - 1;
        } else if (component.min() != null && component.max() != null && most - least < 1_000) {
            number = least + (long) random.nextInt((int) (most - least + 1));
        } else {
            int digits = Long.toString(Math.abs(like.asLong(2))).length();
            long scale = Math.min((long) Math.pow(10, digits), 1_000_000_000L);
            number = 1L + random.nextInt((int) Math.max(scale, 30));
        }
        return Math.max(least, Math.min(most, number));
    }

    private String text(SettingComponent component, @Nullable String like) {
        if (!component.samples().isEmpty() && (like == null || chance(50))) {
            return one(component.samples());
        }
        if (component.type() == Duration.class) {
            return 1 + random.nextInt(90) + "s";
        }
        return altered(like == null || like.isEmpty() ? "sample" : like);
    }

    /** A text of the same form. */
    String altered(String text) {
        boolean digitsOnly = AMOUNT.matcher(text).matches();
        StringBuilder altered = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                boolean first = i == 0 || !Character.isDigit(text.charAt(i - 1));
                altered.append(first ? 1 + random.nextInt(9) : random.nextInt(10));
            } else if (!digitsOnly && c >= 'a' && c <= 'z') {
                altered.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
            } else if (!digitsOnly && c >= 'A' && c <= 'Z') {
                altered.append(Character.toUpperCase(CONSONANTS.charAt(random.nextInt(CONSONANTS.length()))));
            } else {
                altered.append(c);
            }
        }
        return altered.toString();
    }

    private <T> T one(Collection<T> values) {
        int index = random.nextInt(values.size());
        for (T value : values) {
            if (index-- == 0) {
                return value;
            }
        }
        throw new IllegalStateException("unreachable");
    }
}
