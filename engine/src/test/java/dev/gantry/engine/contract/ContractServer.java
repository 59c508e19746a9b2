package dev.gantry.engine.contract;

import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.fake.TestCluster;
import java.util.List;

/** The server that the contract is tried on; see {@link TestCluster}. */
final class ContractServer {

    private ContractServer() {}

    /** Opens it, each time anew. */
    static Cluster open() {
        return ClusterAccess.find(new AccessOptions(TestCluster.kubeconfig(), null, List.of(), null))
                .open(Pace.of(Time.system(), 8, 0), ClusterAccess.REQUEST_LIMIT, Time.system());
    }
}
