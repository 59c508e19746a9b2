package dev.gantry.engine.plan;

/** The colours of a plan. */
enum Ink {
    NONE(""),
    GREEN("\u001b[32m"),
    YELLOW("\u001b[33m"),
    RED("\u001b[31m"),
    MAGENTA("\u001b[35m"),
    CYAN("\u001b[36m"),
    BOLD("\u001b[1m"),
    FAINT("\u001b[2m");

    private static final String END = "\u001b[m";

    private final String begin;

    Ink(String begin) {
        this.begin = begin;
    }

    /** The text in this colour, if colours are wanted. */
    String paint(String text, boolean colour) {
        return !colour || begin.isEmpty() || text.isEmpty() ? text : begin + text + END;
    }
}
