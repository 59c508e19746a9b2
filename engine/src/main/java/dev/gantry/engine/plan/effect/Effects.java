package dev.gantry.engine.plan.effect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says what changes mean for what runs: which pods restart, where traffic goes, which alerts are no more. Each effect is part of
 * a sentence without a full stop, and can follow a dash. None names the value of a Secret. What nothing is known about has no
 * effects.
 */
public final class Effects {

    private static final List<Topic> TOPICS = List.of(
            PodEffects::describe,
            ServiceEffects::describe,
            TrafficEffects::describe,
            IngressEffects::describe,
            AutoscalerEffects::describe,
            AlertEffects::describe,
            AccessEffects::describe,
            FirewallEffects::describe,
            ClusterEffects::describe,
            DeliveryEffects::describe);

    private final Consumers consumers;
    private final Topic configuration;

    private Effects(Consumers consumers, Predicate<ResourceId> restarts) {
        this.consumers = consumers;
        this.configuration = new ConfigurationEffects(consumers, restarts);
    }

    /**
     * Effects on these objects.
     *
     * @param objects all of the program, to know whose pods use which ConfigMaps and Secrets
     * @param restarts whether the pods of a workload start anew in this run, since {@link #restartsPods} or because it is made;
     *     asked only for changes of ConfigMaps and Secrets, so these are looked at last
     */
    public static Effects among(List<DesiredObject> objects, Predicate<ResourceId> restarts) {
        return new Effects(Consumers.among(objects), restarts);
    }

    /** Whether the pods of a workload start anew if it is changed like this. */
    public static boolean restartsPods(ObjectNode live, ObjectNode merged) {
        return switch (Change.kind(merged)) {
            case "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet" ->
                PodEffects.restarts(new Change(live, merged));
            default -> false;
        };
    }

    /**
     * What a change in place means.
     *
     * @param live as it is
     * @param merged as it would be
     */
    public List<String> ofUpdate(ObjectNode live, ObjectNode merged) {
        Change change = new Change(live, merged);
        TOPICS.forEach(topic -> topic.describe(change));
        configuration.describe(change);
        return List.copyOf(change.effects());
    }

    /**
     * What it means that an object is deleted and made anew.
     *
     * @param live as it is
     * @param desired as it is to be
     */
    public List<String> ofRecreation(ObjectNode live, ObjectNode desired) {
        return List.of(
                switch (Change.kind(live)) {
                    case "batch/Job" -> "it runs again from the beginning";
                    case "apps/Deployment", "apps/ReplicaSet", "apps/StatefulSet" ->
                        stopAndStart(PodEffects.replicas(live), PodEffects.replicas(desired));
                    case "apps/DaemonSet" -> "all of its pods stop, and then start anew";
                    case "Pod" -> "it stops, and then starts anew";
                    case "Service" -> "nothing answers for it in between, and its addresses may be others then";
                    case "ConfigMap", "Secret" -> "pods that start in between have to wait for it";
                    case "rbac.authorization.k8s.io/RoleBinding", "rbac.authorization.k8s.io/ClusterRoleBinding" ->
                        "what it grants is refused in between";
                    default -> "it is not there for a moment";
                });
    }

    private static String stopAndStart(long before, long after) {
        if (before == 0) {
            return "no pod runs now; " + Sentence.count(after, "pod", "start") + " then";
        }
        return (before == 1 ? "its pod stops" : "all " + before + " pods stop") + ", and then "
                + Sentence.count(after, "pod", "start") + ": nothing answers in between";
    }

    /**
     * What it means that an object is deleted.
     *
     * @param live as it is
     */
    public List<String> ofRemoval(ObjectNode live) {
        return List.copyOf(RemovalEffects.of(live, consumers.of(Change.id(live))));
    }
}
