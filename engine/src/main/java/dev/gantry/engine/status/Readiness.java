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

    /** It does what it is there for. */
    public static Readiness ready() {
        return new Readiness(State.READY, "");
    }

    /** It is on its way. */
    public static Readiness inProgress(String message) {
        return new Readiness(State.IN_PROGRESS, message);
    }

    /** It will not become ready without help. */
    public static Readiness failed(String message) {
        return new Readiness(State.FAILED, message);
    }

    /** Whether it does what it is there for. */
    public boolean isReady() {
        return state == State.READY;
    }
}
