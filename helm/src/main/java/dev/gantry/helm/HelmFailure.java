package dev.gantry.helm;

/** Helm could not do what it was asked to; the message is its own. */
final class HelmFailure extends Exception {

    private static final long serialVersionUID = 1L;

    HelmFailure(String message) {
        super(message);
    }

    /** Helm's words. */
    String words() {
        return String.valueOf(getMessage());
    }
}
