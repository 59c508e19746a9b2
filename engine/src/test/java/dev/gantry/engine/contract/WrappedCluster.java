package dev.gantry.engine.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import java.util.Optional;

/** A cluster through which requests go on to another one; what is special about a write, its subclass knows. */
abstract class WrappedCluster implements Cluster {

    private final Cluster cluster;

    WrappedCluster(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Before any request. */
    abstract void request();

    /** After a write that took effect. */
    abstract void written();

    @Override
    public Connection connection() {
        return cluster.connection();
    }

    @Override
    public Discovery discovery() {
        request();
        return cluster.discovery();
    }

    @Override
    public void discoverAgain() {
        cluster.discoverAgain();
    }

    @Override
    public Optional<ObjectNode> get(ObjectRef ref) {
        request();
        return cluster.get(ref);
    }

    @Override
    public void list(Listing listing) {
        request();
        cluster.list(listing);
    }

    @Override
    public Written write(Write write) {
        request();
        Written written = cluster.write(write);
        if (!write.dryRun()) {
            written();
        }
        return written;
    }

    @Override
    public void delete(Deletion deletion) {
        request();
        cluster.delete(deletion);
        written();
    }

    @Override
    public void close() {}
}
