package dev.gantry.engine.plan;

/** Text from a cluster or a program, as it may be shown: what would command a terminal, or turn the text around, is made visible. */
public final class SafeText {

    private SafeText() {}

    /** The text on one line. */
    public static String of(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029';
            if (hidden && out == null) {
                out = new StringBuilder(text.substring(0, i));
            }
            if (out != null) {
                out.append(hidden ? escaped(c) : Character.toString(c));
            }
        }
        return out == null ? text : out.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> "\\u" + Integer.toHexString(0x10000 + c).substring(1);
        };
    }
}
