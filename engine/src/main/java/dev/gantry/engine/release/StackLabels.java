package dev.gantry.engine.release;

/** Types, labels and annotations of the Secrets in which the engine keeps its records. */
public final class StackLabels {

    /** The label of all records of a stack: its name. */
    public static final String STACK = "gantry.dev/stack";

    /** The label of a revision, whose value is its number, and the annotation of the inventory: the current one. */
    public static final String REVISION = "gantry.dev/revision";

    /** The annotation that names the program. */
    public static final String BLUEPRINT = "gantry.dev/blueprint";

    /** The annotation that names the environment. */
    public static final String ENVIRONMENT = "gantry.dev/environment";

    /** The type of the Secret that is the inventory. */
    static final String INVENTORY_TYPE = "gantry.dev/stack";

    private StackLabels() {}
}
