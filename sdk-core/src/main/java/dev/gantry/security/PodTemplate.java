package dev.gantry.security;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of a workload are made from.
 *
 * @param path where it stands in the manifest; empty for a Pod, which is its own template
 * @param tree with {@code metadata} and {@code spec}
 */
public record PodTemplate(String path, JsonNode tree) {

    /** The template of a kind that Kubernetes itself makes pods from; {@code null} for any other. */
    public static @Nullable PodTemplate of(String group, String kind, JsonNode manifest) {
        if (!group.equals(groupOf(kind))) {
            return null;
        }
        JsonNode spec = manifest.path("spec");
        return switch (kind) {
            case "Pod" -> new PodTemplate("", manifest);
            case "CronJob" ->
                new PodTemplate(
                        "spec.jobTemplate.spec.template",
                        spec.path("jobTemplate").path("spec").path("template"));
            default -> new PodTemplate("spec.template", spec.path("template"));
        };
    }

    private static @Nullable String groupOf(String kind) {
        return switch (kind) {
            case "Pod", "ReplicationController" -> "";
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" -> "apps";
            case "Job", "CronJob" -> "batch";
            default -> null;
        };
    }

    /** The pods' own {@code spec}; missing if there is none. */
    public JsonNode spec() {
        return tree.path("spec");
    }

    /** Where the pods' {@code spec} stands in the manifest. */
    public String specPath() {
        return path("spec");
    }

    /** Where a field of the template stands in the manifest. */
    public String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /**
     * Whether the pods have users of their own, {@code hostUsers: false}, with which the standards forbid less since Kubernetes
     * 1.35: root is nobody outside of the pod.
     */
    boolean hasUsersOfItsOwn(int minor) {
        return minor >= 35 && !spec().path("hostUsers").asBoolean(true);
    }

    /** Whether the pods say that they run on Windows, where what is special to Linux has to be left out. */
    public boolean isForWindows() {
        return spec().path("os").path("name").asText().equals("windows");
    }
}
