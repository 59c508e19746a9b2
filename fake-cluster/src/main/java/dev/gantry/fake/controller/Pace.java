package dev.gantry.fake.controller;

/**
 * How things become ready.
 *
 * @param kind in which way
 * @param reads after how many reads of an object, counted since its last change
 */
public record Pace(Kind kind, int reads) {

    /** In which way. */
    public enum Kind {
        /** No controller is there: the status is left alone. */
        OFF,
        /** At once. */
        AT_ONCE,
        /** After some reads. */
        AFTER_READS,
        /** Never, but the controller is at work. */
        NEVER,
        /** They fail. */
        FAILING
    }

    /** No controller is there: the status is left alone. */
    public static Pace off() {
        return new Pace(Kind.OFF, 0);
    }

    /** At once. */
    public static Pace atOnce() {
        return new Pace(Kind.AT_ONCE, 0);
    }

    /** After so many reads of an object: the next one finds it ready. */
    public static Pace afterReads(int reads) {
        return new Pace(Kind.AFTER_READS, reads);
    }

    /** Never, but the controller is at work. */
    public static Pace never() {
        return new Pace(Kind.NEVER, 0);
    }

    /** They fail. */
    public static Pace failing() {
        return new Pace(Kind.FAILING, 0);
    }
}
