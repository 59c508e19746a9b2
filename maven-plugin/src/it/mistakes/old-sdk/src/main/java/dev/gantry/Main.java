package dev.gantry;

/** An entry point as it never was, but might have been. */
public final class Main {

    private Main() {}

    public static int run(String... arguments) {
        return arguments.length;
    }
}
