package dev.gantry.engine.plan.effect;

/** Says what a change of an object means, if it is of a kind that the topic knows. */
@FunctionalInterface
interface Topic {

    /** Looks at a change. */
    void describe(Change change);
}
