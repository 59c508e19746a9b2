package dev.gantry.fake.patch;

/** A patch does not fit the object. */
public final class PatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unprocessable;

    PatchException(String message, boolean unprocessable) {
        super(message, null, false, false);
        this.unprocessable = unprocessable;
    }

    /** Whether the patch is one, but cannot be carried out. */
    public boolean unprocessable() {
        return unprocessable;
    }
}
