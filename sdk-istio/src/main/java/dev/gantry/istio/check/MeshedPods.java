package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Workload;
import org.jspecify.annotations.Nullable;

/** Which pods the mesh stands before, as far as the program says: with a sidecar, or without one (ambient). */
final class MeshedPods {

    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String INJECTION = "istio-injection";
    private static final String REVISION = "istio.io/rev";
    private static final String DATAPLANE_MODE = "istio.io/dataplane-mode";
    private static final String AMBIENT = "ambient";

    /** What the container of a sidecar is called, also where it is in the pod's own template. */
    private static final String PROXY = "istio-proxy";

    private final Model model;

    MeshedPods(Model model) {
        this.model = model;
    }

    /** Whether pods get a sidecar; so they do where the program does not have their namespace, and they do not refuse. */
    boolean haveSidecar(Workload workload) {
        if (workload.container(PROXY) != null) {
            return true;
        }
        if (workload.podSpec().path("hostNetwork").asBoolean() || refuses(workload)) {
            return false;
        }
        JsonNode namespace = namespaceLabels(workload);
        if (namespace == null) {
            return true;
        }
        if (namespace.has(INJECTION)) {
            return namespace.path(INJECTION).asText().equals("enabled");
        }
        return namespace.has(REVISION) || asks(workload);
    }

    /** Whether connections to pods go through the proxy of their node. */
    boolean areAmbient(Workload workload) {
        if (workload.podSpec().path("hostNetwork").asBoolean() || haveSidecar(workload)) {
            return false;
        }
        String own = workload.labels().path(DATAPLANE_MODE).asText();
        JsonNode namespace = namespaceLabels(workload);
        boolean all =
                namespace != null && namespace.path(DATAPLANE_MODE).asText().equals(AMBIENT);
        return own.equals(AMBIENT) || (all && !own.equals("none"));
    }

    /** Istio asks the annotation only where there is no label. */
    private static boolean refuses(Workload workload) {
        JsonNode label = workload.labels().path(INJECT);
        JsonNode annotation =
                workload.template().tree().path("metadata").path("annotations").path(INJECT);
        return (label.isMissingNode() ? annotation : label).asText().equals("false");
    }

    /** The injector is called for a namespace without labels only where the pod has one of these. An annotation does not call it. */
    private static boolean asks(Workload workload) {
        return workload.labels().path(INJECT).asText().equals("true")
                || workload.labels().has(REVISION);
    }

    /** The labels of the namespace; {@code null} if the program does not have it. */
    private @Nullable JsonNode namespaceLabels(Workload workload) {
        String name = workload.manifest().id().namespace();
        Manifest namespace =
                name == null ? null : model.find("", "Namespace", null, name).orElse(null);
        return namespace == null ? null : namespace.tree().path("metadata").path("labels");
    }
}
