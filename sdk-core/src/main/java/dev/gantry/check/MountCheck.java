package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at how containers mount volumes, and at the paths inside of volumes. */
final class MountCheck {

    private static final List<String> WITH_ITEMS = List.of("secret", "configMap", "downwardAPI");

    private final PodFindings findings;

    MountCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(PodContainer container) {
        JsonNode mounts = container.node().path("volumeMounts");
        for (int i = 0; i < mounts.size(); i++) {
            JsonNode mount = mounts.path(i);
            // Most mounts have a name, a path and perhaps readOnly.
            if (mount.size() > 2) {
                checkMount(container, mount, "volumeMounts[" + i + "]");
            }
        }
        JsonNode devices = container.node().path("volumeDevices");
        if (!devices.isEmpty()) {
            checkDevices(container, mounts, devices);
        }
    }

    private void checkMount(PodContainer container, JsonNode mount, String path) {
        checkSubPath(container, mount, path, "subPath");
        checkSubPath(container, mount, path, "subPathExpr");
        if (!mount.path("subPath").asText("").isEmpty()
                && !mount.path("subPathExpr").asText("").isEmpty()) {
            add(
                    container,
                    path + ".subPathExpr",
                    "The mount has both a subPath and a subPathExpr.",
                    "Call subPath(...) or subPathExpr(...), not both.");
        }
        String propagation = mount.path("mountPropagation").asText("None");
        String recursive = mount.path("recursiveReadOnly").asText("Disabled");
        if (!recursive.equals("Disabled")) {
            if (!mount.path("readOnly").asBoolean()) {
                add(
                        container,
                        path + ".recursiveReadOnly",
                        "What is mounted below is to be read-only, but the mount itself is not.",
                        "Call readOnly() too.");
            }
            if (!propagation.equals("None")) {
                add(
                        container,
                        path + ".recursiveReadOnly",
                        "recursiveReadOnly does not go with the mount propagation " + propagation + ".",
                        "Leave out mountPropagation(...) or recursiveReadOnly(...).");
            }
        }
        if (propagation.equals("Bidirectional")
                && !container.node().path("securityContext").path("privileged").asBoolean()) {
            add(
                    container,
                    path + ".mountPropagation",
                    "Only a privileged container can hand its mounts to the node, and \"" + container.name()
                            + "\" is none.",
                    "Pass MountPropagation.HOST_TO_CONTAINER, or call privileged(true) in its securityContext(...).");
        }
    }

    private void checkSubPath(PodContainer container, JsonNode mount, String path, String field) {
        String sub = mount.path(field).asText("");
        if (sub.startsWith("/")) {
            add(
                    container,
                    path + "." + field,
                    "The path \"" + sub + "\" inside of the volume begins with /.",
                    "Write it as seen from the volume: \"" + sub.replaceFirst("^/+", "") + "\".");
        } else if (leadsOut(sub)) {
            add(
                    container,
                    path + "." + field,
                    "The path \"" + sub + "\" inside of the volume has '..'.",
                    "Write it without '..'.");
        }
    }

    private void checkDevices(PodContainer container, JsonNode mounts, JsonNode devices) {
        Repeats.find(
                devices,
                Repeats.field("name"),
                (first, second) -> add(
                        container,
                        "volumeDevices[" + second + "].name",
                        "The volume \""
                                + devices.path(second).path("name").asText()
                                + "\" is already a device of the container \"" + container.name() + "\".",
                        "Pass each volume to device(...) once."));
        for (int i = 0; i < devices.size(); i++) {
            String name = devices.path(i).path("name").asText("");
            for (JsonNode mount : mounts) {
                if (mount.path("name").asText("").equals(name)) {
                    add(
                            container,
                            "volumeDevices[" + i + "].name",
                            "The container \"" + container.name() + "\" has the volume \"" + name
                                    + "\" as a device and as a mount.",
                            "Call device(...) or mount(...), not both.");
                    break;
                }
            }
            checkSource(container, name, "volumeDevices[" + i + "].name");
        }
    }

    private void checkSource(PodContainer container, String name, String path) {
        for (JsonNode volume : container.workload().podSpec().path("volumes")) {
            if (volume.path("name").asText("").equals(name)
                    && !volume.has("persistentVolumeClaim")
                    && !volume.has("ephemeral")) {
                add(
                        container,
                        path,
                        "The volume \"" + name + "\" has files, and cannot be a device.",
                        "Call mount(...), or pass a volume of a claim.");
            }
        }
    }

    void check(Workload workload) {
        JsonNode volumes = workload.podSpec().path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.path(i);
            String hostPath = volume.path("hostPath").path("path").asText("");
            if (leadsOut(hostPath)) {
                findings.add(
                        workload,
                        "volumes[" + i + "].hostPath.path",
                        PodRule.MOUNT,
                        "The path \"" + hostPath + "\" of the node has '..'.",
                        "Write it without '..'.");
            }
            JsonNode sources = volume.path("projected").path("sources");
            if (!sources.isEmpty()) {
                checkProjected(workload, sources, "volumes[" + i + "].projected.sources");
            }
        }
    }

    private void checkProjected(Workload workload, JsonNode sources, String path) {
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            for (String type : WITH_ITEMS) {
                JsonNode items = sources.path(i).path(type).path("items");
                for (int j = 0; j < items.size(); j++) {
                    String file = items.path(j).path("path").asText("");
                    String field = path + "[" + i + "]." + type + ".items[" + j + "].path";
                    String first = seen.putIfAbsent(file, field);
                    if (first != null) {
                        findings.addRepeat(
                                workload,
                                field,
                                first,
                                PodRule.MOUNT,
                                "Another file of the volume has the path \"" + file + "\".",
                                "Give each file of the volume a path of its own.");
                    }
                }
            }
        }
    }

    /** Whether a path goes up. */
    private static boolean leadsOut(String path) {
        if (!path.contains("..")) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                return true;
            }
        }
        return false;
    }

    private void add(PodContainer container, String field, String message, String hint) {
        findings.add(container, field, PodRule.MOUNT, message, hint);
    }
}
