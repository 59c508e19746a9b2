package dev.gantry.remote;

/** Why something could not be had; the message is a part of a sentence. */
final class RemoteFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String hint;

    RemoteFailure(String message, String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    String words() {
        return String.valueOf(getMessage());
    }

    String hint() {
        return hint;
    }
}
