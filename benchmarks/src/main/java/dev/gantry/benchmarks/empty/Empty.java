package dev.gantry.benchmarks.empty;

/** Does nothing. */
public final class Empty {

    private Empty() {}

    /** Does nothing. */
    public static void main(String[] arguments) {
        // What is measured is what comes before this, and after.
    }
}
