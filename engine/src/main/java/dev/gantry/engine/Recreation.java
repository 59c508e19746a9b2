package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.util.List;
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

    /** The labels by which a Job finds its pods; made anew with every Job. */
    private static final List<String> OF_THE_JOB_CONTROLLER =
            List.of("controller-uid", "batch.kubernetes.io/controller-uid", "job-name", "batch.kubernetes.io/job-name");

    private static final String TRIED = "-gantry-tried";

    private final Cluster cluster;
    private final StackHome home;

    Recreation(Cluster cluster, StackHome home) {
        this.cluster = cluster;
        this.home = home;
    }

    /** What the new object would be like. Writes nothing. */
    Written tried(Placed placed) {
        ObjectNode body = home.member(placed.object().tree());
        String name = placed.ref().name();
        String other = name.substring(0, Math.min(name.length(), 63 - TRIED.length())) + TRIED;
        body.withObject("/metadata").put("name", other);
        ObjectRef ref = new ObjectRef(placed.ref().resource(), placed.ref().namespace(), other);
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
    List<Finding> run(Placed placed, ObjectNode live, Predicate<ObjectRef> gone) {
        ObjectMeta meta = ObjectMeta.of(live);
        tried(placed);
        try {
            cluster.delete(new Deletion(placed.ref(), meta.uid(), meta.resourceVersion(), false));
            if (!gone.test(placed.ref())) {
                return List.of(finding(
                        ApplyRule.NOT_READY,
                        placed,
                        "was deleted to be made anew, and is still there: its finalizers are "
                                + String.join(", ", meta.finalizers()) + ".",
                        "See who has to remove them, and apply again."));
            }
            cluster.write(Write.apply(placed.ref(), home.member(placed.object().tree()), FieldManager.PROGRAM));
            return List.of();
        } catch (ApiFailure e) {
            return after(placed, live, e);
        }
    }

    /** The old one is made again, unless it was not deleted at all. */
    private List<Finding> after(Placed placed, ObjectNode live, ApiFailure failure) {
        try {
            if (cluster.get(placed.ref()).isPresent()) {
                return FailureFindings.of(failure, placed.object());
            }
            ObjectNode made = cluster.write(Write.create(placed.ref(), old(live), FieldManager.PROGRAM))
                    .object();
            new Takeover(cluster, FieldManager.PROGRAM).adopt(placed.ref(), made);
            return List.of(finding(
                    ApplyRule.RESTORED,
                    placed,
                    "was deleted to be made anew; the new one was refused, and the old one is back. The server says: "
                            + words(placed, failure),
                    "See what the server says, and apply again."));
        } catch (ApiFailure e) {
            return List.of(finding(
                    ApplyRule.LOST,
                    placed,
                    "was deleted to be made anew, and is gone: the new one was refused (" + words(placed, failure)
                            + "), and so was the old one (" + words(placed, e) + ").",
                    "Apply again, which makes it. The last revision has its old manifest."));
        }
    }

    /** The live object as somebody would make it, without what the server has given it. */
    private static ObjectNode old(ObjectNode live) {
        ObjectNode old = live.deepCopy();
        old.withObject("/metadata").remove(OF_THE_SERVER);
        old.remove("status");
        boolean generated = old.path("kind").asText().equals("Job")
                && !old.path("spec").path("manualSelector").asBoolean();
        if (generated) {
            old.withObject("/spec").remove("selector");
            for (String labels : List.of("/metadata/labels", "/spec/template/metadata/labels")) {
                if (old.at(labels) instanceof ObjectNode all) {
                    all.remove(OF_THE_JOB_CONTROLLER);
                }
            }
        }
        return old;
    }

    /** In the server's words, masked and cut. */
    private static String words(Placed placed, ApiFailure failure) {
        return FailureFindings.of(failure, placed.object()).get(0).message();
    }

    private static Finding finding(ApplyRule rule, Placed placed, String what, String hint) {
        return Finding.of(rule, placed.object().id() + " " + what)
                .on(placed.object().id().toString(), null)
                .at(placed.object().origin())
                .hint(hint);
    }
}
