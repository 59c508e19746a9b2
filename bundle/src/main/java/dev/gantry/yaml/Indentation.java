package dev.gantry.yaml;

/** The blanks at the start of a line. */
final class Indentation {

    /** How far a nested block stands from the one around it. */
    static final int STEP = 2;

    private static final String BLANKS = " ".repeat(64);

    private Indentation() {}

    static void append(int columns, StringBuilder out) {
        int left = columns;
        while (left > BLANKS.length()) {
            out.append(BLANKS);
            left -= BLANKS.length();
        }
        out.append(BLANKS, 0, left);
    }
}
