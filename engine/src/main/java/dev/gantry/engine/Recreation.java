package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Deletes an object and makes it anew. Before that the server has tried the new one under another name, so that a bad
 * manifest costs nothing; and if it refuses the new one all the same, the old one is made again.
 */
final class Recreation {

    /** What the server has set; it would refuse to be told so. */
    private static final List<String> OF_THE_SERVER = List.of(
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "managedFields",
            "selfLink");

    private static final String TRIED = "-gantry-tried";

    private final Cluster cluster;
    private final StackHome home;

    Recreation(Cluster cluster, StackHome home) {
        this.cluster = cluster;
        this.home = home;
    }

    /** What the new object would be like. Writes nothing. */
    Written tried(Target target) {
        ObjectNode body = home.member(target.object().tree());
        String name = target.ref().name();
        String other = name.substring(0, Math.min(name.length(), 63 - TRIED.length())) + TRIED;
        body.withObject("/metadata").put("name", other);
        ObjectRef ref = new ObjectRef(target.ref().resource(), target.ref().namespace(), other);
        Written written =
                cluster.write(Write.create(ref, body, FieldManager.PROGRAM).onlyTried());
        written.object().withObject("/metadata").put("name", name);
        return written;
    }

    /**
     * Does it.
     *
     * @param gone waits until the object is gone; {@code false} if it is still there
     * @return what went wrong; empty if nothing did
     */
    Optional<Finding> run(Target target, ObjectNode live, Predicate<ObjectRef> gone) {
        String uid = live.path("metadata").path("uid").asText();
        String version = live.path("metadata").path("resourceVersion").asText();
        tried(target);
        cluster.delete(new Deletion(target.ref(), uid, version, false));
        if (!gone.test(target.ref())) {
            return Optional.of(finding(
                    ApplyRule.NOT_READY,
                    target,
                    "was deleted to be made anew, and is still there: " + "its finalizers are "
                            + live.path("metadata").path("finalizers") + ".",
                    "See who has to remove them, and apply again."));
        }
        try {
            cluster.write(Write.apply(target.ref(), home.member(target.object().tree()), FieldManager.PROGRAM));
            return Optional.empty();
        } catch (ApiFailure e) {
            return Optional.of(restored(target, live, e));
        }
    }

    private Finding restored(Target target, ObjectNode live, ApiFailure failure) {
        ObjectNode old = live.deepCopy();
        old.withObject("/metadata").remove(OF_THE_SERVER);
        old.remove("status");
        try {
            cluster.write(Write.create(target.ref(), old, FieldManager.PROGRAM));
            return finding(
                    ApplyRule.RESTORED,
                    target,
                    "was deleted to be made anew; the new one was refused (" + failure.message()
                            + "), and the old one is back.",
                    "See what the server says, and apply again.");
        } catch (ApiFailure e) {
            return finding(
                    ApplyRule.LOST,
                    target,
                    "was deleted to be made anew, and is gone: the new one was refused (" + failure.message()
                            + "), and so was the old one (" + e.message() + ").",
                    "Apply again, which makes it. The last revision has its old manifest.");
        }
    }

    private static Finding finding(ApplyRule rule, Target target, String what, String hint) {
        return Finding.of(rule, target.object().id() + " " + what)
                .on(target.object().id().toString(), null)
                .at(target.object().origin())
                .hint(hint);
    }
}
