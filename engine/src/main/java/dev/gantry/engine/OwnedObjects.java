package dev.gantry.engine;

import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.Release;
import java.util.function.Predicate;

/**
 * Brings what a custom resource asks for to a cluster, for operators: applied on the server's side, wave by wave, and what is no longer asked for
 * deleted when all that is has been applied. What needs others to be ready comes with a later call: nothing is waited for.
 *
 * <p>There is no record of it besides the objects, which name their custom resource and are deleted with it by the cluster. An object that
 * nobody has changed since it was applied is not sent again.
 *
 * <p>All methods may be called from several threads, but for one custom resource at a time.
 */
public final class OwnedObjects {

    private final Cluster cluster;
    private final Time time;
    private final Unchanged unchanged = new Unchanged();
    private final Departed departed;

    /**
     * The objects of an operator.
     *
     * @param cluster where they are; asked once for each thing, so that whoever calls tries again
     */
    public OwnedObjects(Cluster cluster, Time time) {
        this.cluster = cluster;
        this.time = time;
        this.departed = new Departed(cluster);
    }

    /**
     * Makes the objects of a custom resource what they should be.
     *
     * @param release what there should be, with the ranks of its kinds
     * @param known what is there, as far as the operator knows
     * @param kept of which kinds nothing is deleted, neither because it is no longer wanted nor with the custom resource
     * @throws ApiFailure if the cluster does not answer as it should; to be called again then
     */
    public OwnedOutcome bring(Owner owner, Release release, KnownObjects known, Predicate<ApiResource> kept) {
        return new Bringing(cluster, time, unchanged, departed, owner, known, kept).run(release);
    }

    /**
     * Whether a custom resource that was forgotten is gone indeed.
     *
     * @throws ApiFailure if the cluster does not say
     */
    public boolean isGone(Owner owner) {
        return departed.contains(owner);
    }

    /** Forgets a custom resource that is gone, as far as the operator was told. */
    public void forget(Owner owner) {
        departed.add(owner);
        unchanged.forget(owner);
    }
}
