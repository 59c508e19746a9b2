package dev.gantry.settings;

import dev.gantry.extension.Leaf;
import dev.gantry.extension.Likeness;
import dev.gantry.settings.Node.Kind;
import dev.gantry.settings.Node.Scalar;
import dev.gantry.settings.SettingComponent.Form;
import dev.gantry.settings.Shape.Refusal;
import dev.gantry.settings.Shape.Value;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The scalar types of settings that are not numbers. */
final class Values {

    private Values() {}

    static Value text() {
        return new Value("text", Form.TEXT, String.class, Values::readText);
    }

    static Value bool() {
        return new Value("true or false", Form.BOOLEAN, boolean.class, Values::readBoolean);
    }

    static Value duration() {
        return new Value("a duration such as 1m30s", Form.TEXT, Duration.class, scalar -> {
            if (scalar.kind() == Kind.WHOLE || scalar.kind() == Kind.DECIMAL) {
                throw new Refusal(
                        SettingsRule.WRONG_TYPE,
                        Shown.found(scalar) + " has no unit",
                        "add the unit, such as " + Shown.shortened(scalar.text()) + "s");
            }
            String hint = "write it as 500ms, 5s, 1m30s, 2h, 1d, or as PT5S";
            if (scalar.kind() == Kind.BOOLEAN) {
                throw wrongType(scalar, hint);
            }
            Object duration = DurationText.parse(scalar.text());
            if (duration == null) {
                throw new Refusal(SettingsRule.BAD_VALUE, "is " + Shown.quoted(scalar.text()), hint);
            }
            return duration;
        });
    }

    static Value constant(Class<?> type) {
        List<String> names = new ArrayList<>();
        Enum<?>[] constants = (Enum<?>[]) type.getEnumConstants();
        for (Enum<?> constant : constants) {
            names.add(written(constant));
        }
        return new Value("one of " + String.join(", ", names), Form.CONSTANT, type, names, scalar -> {
            String text = scalar.text();
            for (Enum<?> constant : constants) {
                if (text.equals(written(constant))
                        || text.equals(constant.name())
                        || text.equals(lower(constant))
                        || text.equals(kebab(constant))) {
                    return constant;
                }
            }
            String guess = Likeness.closest(text, names);
            throw new Refusal(
                    SettingsRule.BAD_VALUE,
                    "is " + Shown.quoted(text),
                    guess == null ? "" : "did you mean " + guess + "?");
        });
    }

    /** A class with {@code of(String)} or {@code parse(String)}. It gets numbers as they are written. */
    static Value parsed(Class<?> type, Method factory) {
        String name = type.getSimpleName();
        return new Value("text for " + name, Form.TEXT, type, scalar -> {
            if (scalar.kind() == Kind.BOOLEAN) {
                throw wrongType(scalar, "quote it: " + Shown.quoted(scalar.text()));
            }
            Throwable cause;
            try {
                Object value = factory.invoke(null, scalar.text());
                if (value != null) {
                    return value;
                }
                cause = null;
            } catch (InvocationTargetException e) {
                cause = Thrown.cause(e);
            } catch (ReflectiveOperationException e) {
                cause = e;
            }
            throw new Refusal(
                    SettingsRule.BAD_VALUE,
                    name + "." + factory.getName() + " rejects " + Shown.quoted(scalar.text()) + reason(cause),
                    "");
        });
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null ? "" : ": " + Thrown.message(cause);
    }

    private static Object readText(Scalar scalar) throws Refusal {
        if (scalar.kind() == Kind.TEXT || scalar.kind() == Kind.LITERAL) {
            return scalar.text();
        }
        throw wrongType(scalar, "quote it: " + Shown.quoted(scalar.text()));
    }

    private static Object readBoolean(Scalar scalar) throws Refusal {
        String text = scalar.text().toLowerCase(Locale.ROOT);
        boolean known = text.equals("true") || text.equals("false");
        if (known && (scalar.kind() == Kind.BOOLEAN || scalar.kind() == Kind.LITERAL)) {
            return text.equals("true");
        }
        throw wrongType(
                scalar,
                switch (text) {
                    case "true", "yes", "on", "y" -> "write true, without quotes";
                    case "false", "no", "off", "n" -> "write false, without quotes";
                    default -> "";
                });
    }

    static Refusal wrongType(Scalar scalar, String hint) {
        return new Refusal(SettingsRule.WRONG_TYPE, "is " + Shown.found(scalar), hint);
    }

    /** As Kubernetes has it, for constants that stand for words of Kubernetes. */
    static String written(Enum<?> constant) {
        return constant instanceof Leaf leaf ? leaf.toJson().asText() : kebab(constant);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String kebab(Enum<?> constant) {
        return lower(constant).replace('_', '-');
    }
}
