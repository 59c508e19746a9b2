package dev.gantry.engine;

/** Lets somebody stop a run. The request that is under way is finished, and no other is begun. */
final class Stop {

    private volatile boolean requested;

    /** Thrown where a run goes no further. */
    static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The run was stopped", null, false, false);
        }
    }

    void request() {
        requested = true;
    }

    /** Goes on, or does not. */
    void check() {
        if (requested || Thread.currentThread().isInterrupted()) {
            throw new Stopped();
        }
    }
}
