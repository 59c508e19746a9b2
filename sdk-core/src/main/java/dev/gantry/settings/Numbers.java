package dev.gantry.settings;

import dev.gantry.settings.Node.Kind;
import dev.gantry.settings.Node.Scalar;
import dev.gantry.settings.SettingComponent.Form;
import dev.gantry.settings.Shape.Refusal;
import dev.gantry.settings.Shape.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of settings. They are read from the text as written, in decimal only: what {@code 012}, {@code 0x1F} and
 * {@code 1_000} mean differs from one YAML reader to the next.
 */
final class Numbers {

    // Turning digits into a BigInteger takes quadratic time.
    private static final int MOST_DIGITS = 1000;

    private Numbers() {}

    static @Nullable Value of(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return whole(BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE), type);
        }
        if (type == long.class || type == Long.class) {
            return whole(BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE), type);
        }
        if (type == BigInteger.class) {
            return whole(null, null, type);
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            boolean floating = type != BigDecimal.class;
            return new Value("a number", Form.DECIMAL, type, scalar -> decimal(scalar, floating));
        }
        return null;
    }

    private static Value whole(@Nullable BigInteger least, @Nullable BigInteger most, Class<?> type) {
        return new Value("a whole number", Form.WHOLE, type, scalar -> {
            String text = numeral(scalar, false);
            if (!isWhole(text)) {
                throw refused(scalar);
            }
            BigInteger number = new BigInteger(text);
            if (least != null && most != null && (number.compareTo(least) < 0 || number.compareTo(most) > 0)) {
                throw new Refusal(
                        SettingsRule.BAD_VALUE,
                        Shown.shortened(text) + " is out of range",
                        "the component's type is " + type.getSimpleName() + ": from " + least + " to " + most);
            }
            if (type == BigInteger.class) {
                return number;
            }
            return type == int.class || type == Integer.class ? (Object) number.intValue() : number.longValue();
        });
    }

    private static Object decimal(Scalar scalar, boolean floating) throws Refusal {
        String text = numeral(scalar, true);
        BigDecimal number;
        try {
            number = isWhole(text) || !isDigits(text) ? new BigDecimal(text) : null;
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null) {
            throw refused(scalar);
        }
        if (!floating) {
            return number;
        }
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            throw new Refusal(SettingsRule.BAD_VALUE, Shown.shortened(text) + " is out of range", "");
        }
        return value;
    }

    /** The text, if the scalar is a number or came from the command line. */
    private static String numeral(Scalar scalar, boolean decimal) throws Refusal {
        String text = scalar.text().strip();
        boolean number = scalar.kind() == Kind.WHOLE || (scalar.kind() == Kind.DECIMAL && decimal);
        if (text.length() > MOST_DIGITS) {
            throw new Refusal(SettingsRule.BAD_VALUE, "has " + text.length() + " characters", "");
        }
        if (number || scalar.kind() == Kind.LITERAL) {
            return text;
        }
        String hint = "";
        if (scalar.kind() == Kind.TEXT && isDigits(text)) {
            hint = "write it without quotes or leading zeros: " + new BigInteger(text);
        }
        throw Values.wrongType(scalar, hint);
    }

    private static Refusal refused(Scalar scalar) {
        return new Refusal(
                scalar.kind() == Kind.LITERAL ? SettingsRule.WRONG_TYPE : SettingsRule.BAD_VALUE,
                "is " + Shown.quoted(scalar.text()),
                "write it in decimal digits, without leading zeros or underscores");
    }

    /** A sign and digits, without leading zeros. */
    private static boolean isWhole(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        return isDigits(text) && (text.charAt(start) != '0' || text.length() == start + 1);
    }

    private static boolean isDigits(String text) {
        int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start;
    }
}
