package dev.gantry.engine.progress;

/** Colours, if they are wanted. */
final class Tint {

    private final boolean wanted;

    Tint(boolean wanted) {
        this.wanted = wanted;
    }

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String red(String text) {
        return paint("31", text);
    }

    String green(String text) {
        return paint("32", text);
    }

    String yellow(String text) {
        return paint("33", text);
    }

    String cyan(String text) {
        return paint("36", text);
    }

    private String paint(String code, String text) {
        return wanted ? "\u001b[" + code + "m" + text + "\u001b[m" : text;
    }
}
