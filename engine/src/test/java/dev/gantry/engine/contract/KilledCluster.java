package dev.gantry.engine.contract;

import dev.gantry.engine.cluster.Cluster;
import java.util.concurrent.atomic.AtomicInteger;

/** The cluster as it is for a process that is killed after some writes: it sends nothing any more, whatever it tries. */
final class KilledCluster extends WrappedCluster {

    private final AtomicInteger left;

    /** Nothing but the end of the process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    KilledCluster(Cluster cluster, int writes) {
        super(cluster);
        this.left = new AtomicInteger(writes);
    }

    /** Whether what is run comes to its end. */
    boolean run(Runnable run) {
        try {
            run.run();
            return left.get() > 0;
        } catch (Killed e) {
            return false;
        }
    }

    @Override
    void request() {
        if (left.get() <= 0) {
            throw new Killed();
        }
    }

    @Override
    void written() {
        left.decrementAndGet();
    }
}
