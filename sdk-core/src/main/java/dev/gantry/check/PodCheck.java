package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Image;
import dev.gantry.finding.Finding;

/** Looks at what the pods of a workload run, and on which nodes they may. */
final class PodCheck {

    private static final String OLD_TAINT = "node-role.kubernetes.io/master";

    private final Findings findings;

    PodCheck(Findings findings) {
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
        JsonNode image = container.node().path("image");
        if (!image.isTextual() || image.asText().isEmpty()) {
            return;
        }
        Image reference = new Image(image.asText());
        if (reference.digest().isPresent()) {
            return;
        }
        String tag = reference.tag().orElse(null);
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
        for (int i = 0; i < tolerations.size(); i++) {
            if (tolerations.path(i).path("key").asText().equals(OLD_TAINT)) {
                findings.add(
                        workload.manifest(),
                        workload.podSpecPath() + ".tolerations[" + i + "].key",
                        Finding.of(
                                        WorkloadRule.MASTER_TAINT,
                                        "No node has the taint " + OLD_TAINT + " since Kubernetes 1.25, so this does"
                                                + " not let the pods onto control planes.")
                                .hint("Tolerate node-role.kubernetes.io/control-plane."));
            }
        }
    }
}
