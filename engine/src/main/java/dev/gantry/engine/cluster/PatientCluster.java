package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import dev.gantry.engine.cluster.Write.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A cluster that asks again where that helps: with growing waits, as long as the server asks for it, and not beyond one
 * deadline. An apply may be sent twice, since the second changes nothing. Where it is not known whether a creation or a
 * replacement took effect, the live object tells. A JSON patch is sent again only if it took no effect for sure, or names the
 * resourceVersion that it is for.
 */
public final class PatientCluster implements Cluster {

    private final Cluster cluster;
    private final Supplier<Patience> patience;
    private final AtomicBoolean reached;

    /** A cluster that asks that one, again and again if need be. */
    public PatientCluster(Cluster cluster, Patience patience) {
        this(cluster, () -> patience, new AtomicBoolean());
    }

    private PatientCluster(Cluster cluster, Supplier<Patience> patience, AtomicBoolean reached) {
        this.cluster = cluster;
        this.patience = patience;
        this.reached = reached;
    }

    /** The same cluster, asked in another way, such as with more time. */
    public PatientCluster with(Patience other) {
        return new PatientCluster(cluster, () -> other, reached);
    }

    /**
     * The same cluster for requests that must soon be answered, if at all.
     *
     * @param answer how long an answer may take
     * @param each gives every request a patience of its own
     */
    public PatientCluster hurried(Duration answer, Supplier<Patience> each) {
        Cluster quick = cluster instanceof HttpCluster http ? http.answeringWithin(answer) : cluster;
        return new PatientCluster(quick, each, reached);
    }

    @Override
    public Connection connection() {
        return cluster.connection();
    }

    @Override
    public Discovery discovery() {
        return patiently(PatientCluster::isServed, uncertain -> cluster.discovery());
    }

    @Override
    public void discoverAgain() {
        cluster.discoverAgain();
    }

    @Override
    public Optional<ObjectNode> get(ObjectRef ref) {
        return patiently(PatientCluster::isServed, uncertain -> cluster.get(ref));
    }

    @Override
    public void list(Listing listing) {
        OnceEach each = new OnceEach(listing);
        Listing again = new Listing(
                listing.resource(),
                listing.namespace(),
                listing.labelSelector(),
                listing.metadataOnly(),
                listing.limit(),
                each);
        patiently(PatientCluster::isServed, uncertain -> {
            cluster.list(again);
            return true;
        });
    }

    @Override
    public Written write(Write write) {
        return patiently(failure -> mayBeSentAgain(write, failure), uncertain -> {
            try {
                return cluster.write(write);
            } catch (ApiFailure failure) {
                if (uncertain && mayBeOurs(write, failure)) {
                    Optional<ObjectNode> live = cluster.get(write.ref());
                    if (live.isPresent() && Sameness.isResultOf(write.body(), live.get())) {
                        return new Written(live.get(), List.of());
                    }
                }
                throw failure;
            }
        });
    }

    @Override
    public void delete(Deletion deletion) {
        patiently(failure -> isServed(failure) && failure.status() != 409, uncertain -> {
            try {
                cluster.delete(deletion);
            } catch (ApiFailure failure) {
                if (!uncertain || failure.status() != 409 || !isDone(deletion)) {
                    throw failure;
                }
            }
            return true;
        });
    }

    /** Whether a request without an answer has deleted it: what is there now is another object, or is on its way out. */
    private boolean isDone(Deletion deletion) {
        return cluster.get(deletion.ref())
                .map(live -> live.path("metadata"))
                .filter(metadata ->
                        metadata.path("uid").asText("").equals(deletion.uid()) && !metadata.has("deletionTimestamp"))
                .isEmpty();
    }

    @Override
    public void close() {
        cluster.close();
    }

    /** Asks, once or more often. */
    private interface Request<T> {
        T ask(boolean uncertain);
    }

    private <T> T patiently(Predicate<ApiFailure> repeatable, Request<T> request) {
        Tries tries = new Tries(patience.get());
        boolean uncertain = false;
        while (true) {
            try {
                T answer = request.ask(uncertain);
                reached.set(true);
                return answer;
            } catch (ApiFailure failure) {
                reached.compareAndSet(false, failure.kind() != Kind.NOT_SENT);
                uncertain |= failure.mayHaveHappened();
                if (!repeatable.test(failure)) {
                    throw failure;
                }
                tries.waitAfter(failure, reached.get());
            }
        }
    }

    /** What is not served is not there; only to a write, which follows a discovery, that comes as a surprise. */
    private static boolean isServed(ApiFailure failure) {
        return !failure.reason().equals(Reasons.NOT_SERVED);
    }

    private static boolean mayBeSentAgain(Write write, ApiFailure failure) {
        if (write.dryRun() && !isServed(failure)) {
            return false;
        }
        if (Verdict.isCollision(failure)) {
            // What is for one state of the object is not for the next one; only whoever made it knows what to do then.
            return (write.method() == Method.APPLY
                            && !write.body().path("metadata").has("resourceVersion"))
                    || write.method() == Method.CREATE
                    || failure.message().contains("resourcequotas");
        }
        return write.method() != Method.JSON_PATCH || !failure.mayHaveHappened() || isForOneVersion(write.body());
    }

    private static boolean isForOneVersion(JsonNode patch) {
        for (JsonNode operation : patch) {
            if (operation.path("path").asText("").equals("/metadata/resourceVersion")) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeOurs(Write write, ApiFailure failure) {
        return failure.status() == 409
                && !write.dryRun()
                && (write.method() == Method.CREATE || write.method() == Method.REPLACE);
    }
}
