package dev.gantry.schema;

/** A resource of a kind that a class defines. */
public interface OfClass {

    /** The class of the kind. */
    Class<?> type();
}
