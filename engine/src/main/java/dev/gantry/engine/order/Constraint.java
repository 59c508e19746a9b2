package dev.gantry.engine.order;

/**
 * That one object goes before another.
 *
 * @param first the number of the one
 * @param then the number of the other
 * @param reason why
 */
record Constraint(int first, int then, Reason reason) {

    /** Why an object goes before another; read from the other to the one. */
    enum Reason {
        /** The author says so. */
        DEPENDS("depends on"),
        /** A namespace goes before its contents. */
        LIVES("lives in"),
        /** The definition of a kind goes before objects of the kind. */
        DEFINED("is of a kind that is defined by"),
        /** A field names it. The only one that gives way. */
        REFERS("refers to");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** Whether it must be kept; one that need not is left out where it would close a circle. */
    boolean isHard() {
        return reason != Reason.REFERS;
    }

    /** Such as {@code depends on}. */
    String words() {
        return reason.words;
    }
}
