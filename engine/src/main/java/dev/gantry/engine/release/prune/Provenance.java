package dev.gantry.engine.release.prune;

import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.StackLabels;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where an object in a namespace comes from. Somebody has installed it, unless it is known to come and go with something else: with
 * the object that owns it, with the namespace, or with what runs in there.
 */
final class Provenance {

    /** What servers, controllers and running programs write about other objects, or about themselves. */
    private static final Set<String> RUNNING = Set.of(
            "Event",
            "Event.events.k8s.io",
            "Endpoints",
            "EndpointSlice.discovery.k8s.io",
            "Lease.coordination.k8s.io",
            "PolicyReport.wgpolicyk8s.io",
            "VerticalPodAutoscalerCheckpoint.autoscaling.k8s.io");

    /** What is in every namespace, since some controller puts it there. */
    private static final Map<String, Set<String>> EVERYWHERE = Map.of(
            "ServiceAccount",
            Set.of("default"),
            "ConfigMap",
            Set.of("kube-root-ca.crt", "istio-ca-root-cert", "openshift-service-ca.crt"));

    /** How a Secret says from which object it was made, where it is not owned by that: tokens of accounts, and certificates. */
    private static final Set<String> MADE_FROM =
            Set.of("kubernetes.io/service-account.uid", "cert-manager.io/certificate-name");

    private Provenance() {}

    /** Whether objects of a kind are views of others, as metrics are: they can be listed, and not be deleted. */
    static boolean isView(ApiResource resource) {
        return !resource.verbs().isEmpty() && !resource.verbs().contains("delete");
    }

    /** Whether somebody would miss it: it was installed, and is not being deleted already. */
    static boolean isInstalled(ApiResource resource, ObjectMeta meta, StackHome home) {
        boolean owned = !meta.tree().path("ownerReferences").isEmpty();
        return !owned
                && !meta.isTerminating()
                && !RUNNING.contains(resource.groupKind())
                && !EVERYWHERE.getOrDefault(resource.groupKind(), Set.of()).contains(meta.name())
                && MADE_FROM.stream().allMatch(annotation -> meta.annotation(annotation) == null)
                && !isRecord(meta, home);
    }

    /** Inventory and history go with the stack. */
    private static boolean isRecord(ObjectMeta meta, StackHome home) {
        return home.namespace().equals(meta.namespace()) && home.stack().equals(meta.label(StackLabels.STACK));
    }

    /** What to say of an object besides its name, such as {@code , which helm has made}; empty if it is of the stack. */
    static String text(ApiResource resource, ObjectMeta meta, StackHome home) {
        if (home.has(meta)) {
            return "";
        }
        if (meta.label(ApplySet.PARENT_ID) != null) {
            return ", which is the inventory of another stack";
        }
        if (resource.groupKind().equals(Collateral.CLAIM)) {
            return ", which holds data";
        }
        if (meta.label(ApplySet.PART_OF) != null) {
            return ", which is of another stack";
        }
        List<String> managers = meta.managers();
        return managers.isEmpty()
                ? ", which is not of this stack"
                : ", which " + String.join(" and ", managers) + (managers.size() == 1 ? " has" : " have") + " made";
    }
}
