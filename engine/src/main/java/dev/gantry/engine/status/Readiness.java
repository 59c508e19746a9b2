package dev.gantry.engine.status;

/**
 * How far a live object has come.
 *
 * @param state in one word
 * @param message what is waited for, or what went wrong, such as {@code 2 of 6 pods are available}; empty if it is ready
 */
public record Readiness(State state, String message) {

    /** How far, in one word. */
    public enum State {
        /** It does what it is there for, as far as its kind can tell. */
        READY,
        /** It is on its way. */
        IN_PROGRESS,
        /** It will not become ready without help. */
        FAILED,
        /** It is being deleted. */
        TERMINATING
    }
}
