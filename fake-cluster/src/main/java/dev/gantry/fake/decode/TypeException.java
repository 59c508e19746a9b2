package dev.gantry.fake.decode;

/** A value is of another type than its field. */
public final class TypeException extends Exception {

    private static final long serialVersionUID = 1L;

    TypeException(String message) {
        super(message, null, false, false);
    }
}
