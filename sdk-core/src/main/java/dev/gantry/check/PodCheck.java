package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;

/** Looks at what the pods of a workload run, and on which nodes they may. */
final class PodCheck {

    private static final String OLD_TAINT = "node-role.kubernetes.io/master";
    private static final String TAINT = "node-role.kubernetes.io/control-plane";
    private static final int WITHOUT_OLD_TAINT = 25;

    private final Model model;
    private final Findings findings;

    PodCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check(Workload workload) {
        for (PodContainer container : workload.containers()) {
            checkImage(container);
        }
        checkTolerations(workload);
        if (!workload.podSpec().path("ephemeralContainers").isEmpty()) {
            findings.add(
                    workload.manifest(),
                    workload.podSpecPath() + ".ephemeralContainers",
                    Finding.of(
                                    WorkloadRule.EPHEMERAL,
                                    "Ephemeral containers are added to pods that run; no API server takes them in a manifest.")
                            .hint("Leave them out, and call kubectl debug, or add a sidecar(...)."));
        }
    }

    private void checkImage(PodContainer container) {
        String reference = container.node().path("image").asText();
        if (reference.isEmpty() || reference.indexOf('@') >= 0) {
            return;
        }
        int colon = reference.lastIndexOf(':');
        String tag = colon > reference.lastIndexOf('/') ? reference.substring(colon + 1) : null;
        if (tag == null || tag.equals("latest")) {
            findings.add(
                    container.workload().manifest(),
                    container.path("image"),
                    Finding.of(
                                    WorkloadRule.MOVING_IMAGE,
                                    "The image \"" + reference + "\" of the container \"" + container.name() + "\" "
                                            + (tag == null ? "has no tag, which means latest:" : "has the tag latest:")
                                            + " another one may run after every restart.")
                            .hint("Name a version, Image.of(repository, tag), or a digest."));
        }
    }

    private void checkTolerations(Workload workload) {
        JsonNode tolerations = workload.podSpec().path("tolerations");
        if (model.kubernetesVersion().minor() < WITHOUT_OLD_TAINT || toleratesControlPlane(tolerations)) {
            return; // the old one is there for older clusters
        }
        for (int i = 0; i < tolerations.size(); i++) {
            if (tolerations.path(i).path("key").asText().equals(OLD_TAINT)) {
                findings.add(
                        workload.manifest(),
                        workload.podSpecPath() + ".tolerations[" + i + "].key",
                        Finding.of(
                                        WorkloadRule.MASTER_TAINT,
                                        "No node has the taint " + OLD_TAINT + " since Kubernetes 1.25, so this does"
                                                + " not let the pods onto control planes.")
                                .hint("Tolerate " + TAINT + "."));
            }
        }
    }

    private static boolean toleratesControlPlane(JsonNode tolerations) {
        for (JsonNode toleration : tolerations) {
            String key = toleration.path("key").asText();
            if (key.equals(TAINT) || key.isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
