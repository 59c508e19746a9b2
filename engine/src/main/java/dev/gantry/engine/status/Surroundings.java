package dev.gantry.engine.status;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known besides an object to say whether it is ready.
 *
 * @param bindsForConsumer whether a PersistentVolumeClaim gets its volume only when a pod uses it
 *     ({@code volumeBindingMode: WaitForFirstConsumer} of its StorageClass)
 * @param reportsConditions whether the controller of a custom resource reports conditions, as its kind's definition has it
 */
public record Surroundings(boolean bindsForConsumer, boolean reportsConditions) {

    /** Nothing is known. */
    public static Surroundings none() {
        return new Surroundings(false, false);
    }

    /**
     * Those of a PersistentVolumeClaim.
     *
     * @param storageClass the live object that {@code spec.storageClassName} names; {@code null} if there is none
     */
    public static Surroundings ofClaim(@Nullable JsonNode storageClass) {
        return new Surroundings(
                storageClass != null
                        && storageClass.path("volumeBindingMode").asText().equals("WaitForFirstConsumer"),
                false);
    }

    /**
     * Those of a custom resource.
     *
     * @param definition the CustomResourceDefinition of its kind, live or of the program; {@code null} if it is not known
     * @param version of the custom resource, without the group, such as {@code v1}
     */
    public static Surroundings ofCustomResource(@Nullable JsonNode definition, String version) {
        // Istio's definitions have conditions, and Istio reports none unless it is told to.
        if (definition == null || definition.path("spec").path("group").asText().endsWith(".istio.io")) {
            return none();
        }
        for (JsonNode each : definition.path("spec").path("versions")) {
            if (each.path("name").asText().equals(version)) {
                boolean conditions = each.path("schema")
                        .path("openAPIV3Schema")
                        .path("properties")
                        .path("status")
                        .path("properties")
                        .has("conditions");
                return new Surroundings(
                        false, conditions && each.path("subresources").has("status"));
            }
        }
        return none();
    }
}
