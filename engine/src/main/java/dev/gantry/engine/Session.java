package dev.gantry.engine;

import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.progress.Progress;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.History;

/**
 * What every part of a run works with.
 *
 * @param cluster as it is asked by this part, with more or less patience
 * @param options how the engine works
 * @param progress who is told
 * @param time the clock
 * @param stop whether somebody wants the run to end
 */
record Session(Cluster cluster, EngineOptions options, Progress progress, Time time, Stop stop) {

    /** The same with a cluster that is asked in another way. */
    Session with(Cluster other) {
        return new Session(other, options, progress, time, stop);
    }

    /** The same with other options. */
    Session with(EngineOptions other) {
        return new Session(cluster, other, progress, time, stop);
    }

    /** The clock, whose waits end when the run is stopped. */
    Time watched() {
        return stop.watched(time);
    }

    /** The revisions of a stack. */
    History history(StackHome home) {
        return new History(cluster, home, time);
    }

    /** The namespace of what has none, and of the records of stacks without one. */
    String namespace() {
        String chosen = options.namespace();
        return chosen != null ? chosen : cluster.connection().namespace();
    }
}
