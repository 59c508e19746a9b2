package dev.gantry.engine.contract;

import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import org.jspecify.annotations.Nullable;

/** The cluster as it is where somebody else does something just before the first write. */
final class MeanwhileCluster extends WrappedCluster {

    private @Nullable Runnable happening;

    MeanwhileCluster(Cluster cluster, Runnable happening) {
        super(cluster);
        this.happening = happening;
    }

    @Override
    void request() {}

    @Override
    void written() {}

    @Override
    public Written write(Write write) {
        Runnable now = happening;
        if (now != null && !write.dryRun()) {
            happening = null;
            now.run();
        }
        return super.write(write);
    }
}
