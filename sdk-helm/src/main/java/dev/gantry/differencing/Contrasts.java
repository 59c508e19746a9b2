package dev.gantry.differencing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.program.ComparedConstants;
import dev.gantry.settings.SettingComponent;
import dev.gantry.settings.SettingComponent.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings unlike those that people have written: texts in other letters, with other punctuation, with what the program compares texts
 * with somewhere within them; numbers from zero down, and multiples of what the program compares numbers with; longer lists. What a
 * program does to such values only, such as to cut a text at its first comma, is seen by them. A text for which the author has given
 * samples stays as it is.
 */
final class Contrasts {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PUNCTUATION = "-_.:,@=/";
    private static final int LONG = 5;
    /** With more constants than these, the others are left to the samples. */
    private static final int MOST_CONSTANTS = 8;

    private static final int LONGEST_CONSTANT = 60;

    private final Probes probes;
    private final ComparedConstants constants;

    Contrasts(Probes probes, ComparedConstants constants) {
        this.probes = probes;
        this.constants = constants;
    }

    /** A change of one value; {@code null} if it stays. */
    @FunctionalInterface
    interface Change extends BiFunction<SettingComponent, JsonNode, @Nullable JsonNode> {}

    /** Each for all values at once. Of several in one list, the later are for programs that refuse the first. */
    List<List<Change>> changes() {
        List<List<Change>> changes = new ArrayList<>();
        changes.add(List.of(text(Contrasts::inOtherLetters)));
        List<Change> punctuation = new ArrayList<>(List.of(text(text -> punctuated(text, PUNCTUATION))));
        for (int i = 0; i < PUNCTUATION.length(); i++) {
            String one = PUNCTUATION.substring(i, i + 1);
            punctuation.add(text(text -> punctuated(text, one)));
        }
        changes.add(punctuation);
        List<String> texts = constants.texts().stream()
                .filter(text -> !text.isBlank() && text.length() <= LONGEST_CONSTANT && !text.contains("\n"))
                .limit(MOST_CONSTANTS)
                .toList();
        for (String constant : texts) {
            String next = texts.get((texts.indexOf(constant) + 1) % texts.size());
            changes.add(List.of(text(text -> constant + text + next)));
            changes.add(List.of(text(text -> inOtherLetters(constant))));
        }
        changes.add(List.of(whole(0)));
        changes.add(List.of(whole(-1)));
        changes.add(List.of(whole(-12)));
        constants.numbers().stream()
                .filter(number -> number > 1)
                .limit(MOST_CONSTANTS)
                .forEach(number -> changes.add(List.of(whole(2 * number))));
        changes.add(List.of(this::longer));
        return changes;
    }

    /** Settings with a change of every value. */
    static ObjectNode all(SettingComponent group, JsonNode settings, Change change) {
        ObjectNode changed = NODES.objectNode();
        for (SettingComponent component : group.components()) {
            JsonNode present = settings.path(component.name());
            if (component.form() == Form.GROUP && present.isObject()) {
                changed.set(component.name(), all(component, present, change));
            } else if (!present.isMissingNode()) {
                JsonNode other = change.apply(component, present);
                changed.set(component.name(), other == null ? present : other);
            }
        }
        return changed;
    }

    private static Change text(UnaryOperator<String> change) {
        return (component, present) -> component.form() == Form.TEXT
                        && component.type() == String.class
                        && component.samples().isEmpty()
                        && present.isTextual()
                ? NODES.textNode(change.apply(present.textValue()))
                : null;
    }

    private static Change whole(long number) {
        return (component, present) -> {
            if (component.form() != Form.WHOLE) {
                return null;
            }
            long least = component.min() == null ? number : Math.max(component.min(), number);
            return Probes.number(component.max() == null ? least : Math.min(component.max(), least));
        };
    }

    private @Nullable JsonNode longer(SettingComponent component, JsonNode present) {
        int size = component.max() == null ? LONG : (int) Math.min(component.max(), LONG);
        return switch (component.form()) {
            case LIST -> probes.list(component, present, size);
            case MAP -> probes.map(component, present, size);
            default -> null;
        };
    }

    private static String inOtherLetters(String text) {
        StringBuilder other = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            other.append(Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        }
        return other.toString();
    }

    /** With punctuation in the middle, and its last character at the end. */
    private static String punctuated(String text, String punctuation) {
        int middle = text.length() / 2;
        return text.substring(0, middle)
                + punctuation
                + text.substring(middle)
                + punctuation.charAt(punctuation.length() - 1);
    }
}
