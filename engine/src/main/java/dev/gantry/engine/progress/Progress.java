package dev.gantry.engine.progress;

/** Is told what happens, one event after the other, from whatever thread. Implementations must not throw. */
@FunctionalInterface
public interface Progress {

    /** Something happened. */
    void on(Event event);

    /** Tells nobody. */
    static Progress silent() {
        return event -> {};
    }
}
