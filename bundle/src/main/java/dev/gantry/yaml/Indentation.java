package dev.gantry.yaml;

/** The blanks at the start of a line. */
final class Indentation {

    /** How far a nested block stands from the one around it. */
    static final int STEP = 2;

    private static final int LONGEST = 64;

    /** A string for each column, because to append a part of one goes character by character. */
    private static final String[] BLANKS = new String[LONGEST + 1];

    static {
        for (int i = 0; i <= LONGEST; i++) {
            BLANKS[i] = " ".repeat(i);
        }
    }

    private Indentation() {}

    static void append(int columns, StringBuilder out) {
        int left = columns;
        while (left > LONGEST) {
            out.append(BLANKS[LONGEST]);
            left -= LONGEST;
        }
        out.append(BLANKS[left]);
    }
}
