package dev.gantry.engine.plan;

/**
 * How a plan is printed.
 *
 * @param colour whether for a terminal that shows colours
 * @param verbose whether objects that do not change are listed too
 * @param width of a line, in characters; long values are cut to about this, and the author's lines end there
 */
public record PlanStyle(boolean colour, boolean verbose, int width) {

    /** Without colour, only what changes, 100 characters wide. */
    public static PlanStyle plain() {
        return new PlanStyle(false, false, 100);
    }

    /** The same with colour or without. */
    public PlanStyle colour(boolean to) {
        return new PlanStyle(to, verbose, width);
    }

    /** The same with objects that do not change or without. */
    public PlanStyle verbose(boolean to) {
        return new PlanStyle(colour, to, width);
    }

    /** The same for another width. */
    public PlanStyle width(int to) {
        return new PlanStyle(colour, verbose, to);
    }
}
