package dev.gantry.workload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Fields;
import dev.gantry.extension.ValueRule;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of a pod while it is written.
 *
 * @param pod lists the volumes that the pod has
 * @param claimTemplates lists the claims that are made for each pod; {@code null} for kinds that make none
 */
record PodVolumes(Fields pod, @Nullable Fields claimTemplates) {

    private static final String VOLUMES = "volumes";
    private static final String TEMPLATES = "volumeClaimTemplates";

    /** Makes a volume one of the pod's, if it is not yet. */
    void add(Volume volume) {
        JsonNode present = present(volume.name());
        if (present != null) {
            if (!volume.writes(present)) {
                pod.flaw(
                        VOLUMES,
                        ValueRule.CONFLICT,
                        "The pod has two different volumes with the name \"" + volume.name() + "\".",
                        "Give one of them another name.");
            }
        } else if (!(volume instanceof ClaimTemplateVolume)) {
            pod.add(VOLUMES, volume);
        } else if (claimTemplates != null) {
            claimTemplates.add(TEMPLATES, volume);
        } else {
            pod.flaw(
                    VOLUMES,
                    ValueRule.NOT_ALLOWED,
                    "The volume \"" + volume.name() + "\" is a claim for each pod, which only a StatefulSet makes.",
                    "Use a StatefulSet, Volume.claim(...) for storage that the pods share, or Volume.ephemeral(...) for"
                            + " storage that goes away with the pod.");
        }
    }

    private @Nullable JsonNode present(String name) {
        JsonNode templates = claimTemplates == null ? null : claimTemplates.get(TEMPLATES);
        if (templates != null) {
            for (JsonNode template : templates) {
                if (template.path("metadata").path("name").asText().equals(name)) {
                    return template;
                }
            }
        }
        return pod.item(VOLUMES, "name", name);
    }
}
