package dev.gantry.engine.cluster;

import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.kubeconfig.AccessOptions;
import dev.gantry.engine.kubeconfig.Machine;
import dev.gantry.engine.kubeconfig.Target;
import dev.gantry.engine.kubeconfig.Targets;
import java.time.Duration;

/**
 * The way to a cluster, in two steps: first it is known which one is meant and that it is allowed, so that it can be shown;
 * then it is opened.
 */
public final class ClusterAccess {

    /** How long an answer may take, if nobody says otherwise. */
    public static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);

    private final Target target;

    private ClusterAccess(Target target) {
        this.target = target;
    }

    /**
     * Finds out which cluster is meant. Reads files, starts no program, and sends nothing.
     *
     * @throws AccessFailure if that is not known, or not allowed
     */
    public static ClusterAccess find(AccessOptions options) {
        return find(options, Machine.system());
    }

    /**
     * The same somewhere else than on this machine.
     *
     * @throws AccessFailure if that is not known, or not allowed
     */
    public static ClusterAccess find(AccessOptions options, Machine machine) {
        return new ClusterAccess(Targets.find(options, machine));
    }

    /** Which cluster it is. */
    public Connection connection() {
        return new Connection(
                target.isInCluster() ? null : target.context(),
                target.server().toString(),
                target.namespace(),
                target.userName());
    }

    /**
     * Opens the cluster: reads certificates and gets credentials, for which a program may be run. Still sends nothing.
     *
     * @param pace how many requests are made
     * @param limit how long an answer may take, such as {@link #REQUEST_LIMIT}
     * @throws AccessFailure if there are no credentials, or such that cannot be used
     */
    public HttpCluster open(Pace pace, Duration limit, Time time) {
        return new HttpCluster(new Wire(Clients.open(target, time), target.server(), limit, pace), connection());
    }
}
