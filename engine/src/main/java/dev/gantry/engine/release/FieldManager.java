package dev.gantry.engine.release;

/** In whose name the engine writes. */
public final class FieldManager {

    /** Of what the program says. */
    public static final String PROGRAM = "gantry";

    /** Of what operators make of custom resources. */
    public static final String OPERATOR = "gantry-operator";

    /** Of inventory, lock and history. */
    public static final String RECORDS = "gantry-applyset";

    /** Of generated values; another one, or the next apply would drop what the program does not say. */
    public static final String GENERATED = "gantry-generated";

    private FieldManager() {}
}
