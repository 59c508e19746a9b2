package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the volumes of a pod with what its containers mount. */
final class VolumeCheck {

    private final Findings findings;

    VolumeCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Workload workload) {
        Set<String> mounted = new HashSet<>();
        for (PodContainer container : workload.containers()) {
            checkMounts(workload, container, "volumeMounts", "mountPath", mounted);
            checkMounts(workload, container, "volumeDevices", "devicePath", mounted);
        }
        checkVolumes(workload, mounted);
    }

    private void checkMounts(Workload workload, PodContainer container, String list, String path, Set<String> mounted) {
        JsonNode mounts = container.node().path(list);
        for (int i = 0; i < mounts.size(); i++) {
            String name = mounts.path(i).path("name").asText();
            if (mounted.add(name) && !hasVolume(workload, name)) {
                findings.add(
                        workload.manifest(),
                        container.path(list + "[" + i + "].name"),
                        Finding.of(WorkloadRule.NO_VOLUME, "The pod has no volume \"" + name + "\".")
                                .hint("Add the volume to the pod under this name."));
            }
        }
        Repeats.find(
                mounts,
                Repeats.field(path),
                (first, second) -> findings.add(
                        workload.manifest(),
                        container.path(list + "[" + second + "]." + path),
                        Finding.of(
                                        WorkloadRule.SAME_MOUNT_PATH,
                                        "Another volume is mounted at "
                                                + mounts.path(second).path(path).asText() + " of the container \""
                                                + container.name() + "\".")
                                .hint("Give each mount a path of its own.")
                                .related(
                                        line(workload, container.path(list + "[" + first + "]." + path)),
                                        "the first one is mounted here")));
    }

    private static boolean hasVolume(Workload workload, String name) {
        for (JsonNode volume : workload.podSpec().path("volumes")) {
            if (volume.path("name").asText().equals(name)) {
                return true;
            }
        }
        // A StatefulSet brings volumes of its own.
        for (JsonNode claim : workload.claimTemplates()) {
            if (claim.path("metadata").path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void checkVolumes(Workload workload, Set<String> mounted) {
        JsonNode volumes = workload.podSpec().path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            String name = volumes.path(i).path("name").asText();
            if (!mounted.contains(name)) {
                findings.add(
                        workload.manifest(),
                        path(workload, i),
                        Finding.of(WorkloadRule.UNUSED_VOLUME, "No container mounts the volume \"" + name + "\".")
                                .hint("Mount it in a container, or leave it out."));
            }
        }
        Repeats.find(
                volumes,
                Repeats.field("name"),
                (first, second) -> findings.add(
                        workload.manifest(),
                        path(workload, second),
                        Finding.of(
                                        WorkloadRule.SAME_VOLUME,
                                        "There is another volume with the name \""
                                                + volumes.path(second)
                                                        .path("name")
                                                        .asText() + "\".")
                                .hint("Give each volume of a pod a name of its own.")
                                .related(line(workload, path(workload, first)), "the first one is added here")));
    }

    private static String path(Workload workload, int index) {
        return workload.podSpecPath() + ".volumes[" + index + "]";
    }

    private static @Nullable Origin line(Workload workload, String path) {
        return workload.manifest().lineOf(path);
    }
}
