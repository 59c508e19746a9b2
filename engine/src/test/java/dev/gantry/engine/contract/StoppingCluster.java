package dev.gantry.engine.contract;

import dev.gantry.engine.cluster.Cluster;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets somebody stop the run after some writes. */
final class StoppingCluster extends WrappedCluster {

    private final AtomicInteger left;
    private Runnable stop = () -> {};

    StoppingCluster(Cluster cluster, int writes) {
        super(cluster);
        this.left = new AtomicInteger(writes);
    }

    void stops(Runnable how) {
        stop = how;
    }

    boolean hasStopped() {
        return left.get() <= 0;
    }

    @Override
    void request() {}

    @Override
    void written() {
        if (left.decrementAndGet() == 0) {
            stop.run();
        }
    }
}
