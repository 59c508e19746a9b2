package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at how pods use what they claim. */
final class ClaimUseCheck {

    private final Model model;
    private final Replicas replicas;
    private final Findings findings;

    /** What is known of a volume of a pod: whether it is a block device, and the line that says so. */
    private record Mode(boolean block, @Nullable Origin line) {}

    ClaimUseCheck(Model model, Replicas replicas, Findings findings) {
        this.model = model;
        this.replicas = replicas;
        this.findings = findings;
    }

    void check(Workload workload) {
        Map<String, Mode> modes = null;
        JsonNode volumes = workload.podSpec().path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.path(i);
            JsonNode own = volume.path("ephemeral").path("volumeClaimTemplate").path("spec");
            String name = volume.path("persistentVolumeClaim").path("claimName").asText();
            if (!own.isMissingNode()) {
                String path = workload.podSpecPath() + ".volumes[" + i + "]";
                modes = with(
                        modes, volume.path("name"), own, workload.manifest().lineOf(path));
            } else if (!name.isEmpty()) {
                Manifest claim = model.find(
                                "",
                                "PersistentVolumeClaim",
                                workload.manifest().id().namespace(),
                                name)
                        .orElse(null);
                if (claim != null) {
                    checkShared(workload, i, claim);
                    JsonNode spec = claim.tree().path("spec");
                    modes = with(modes, volume.path("name"), spec, claim.lineOf("spec.volumeMode"));
                }
            }
        }
        JsonNode templates = workload.claimTemplates();
        for (int i = 0; i < templates.size(); i++) {
            Origin line = workload.manifest().lineOf(Workload.claimTemplatePath(i));
            JsonNode template = templates.path(i);
            modes = with(modes, template.path("metadata").path("name"), template.path("spec"), line);
        }
        if (modes != null) {
            for (PodContainer container : workload.containers()) {
                checkUses(container, "volumeMounts", modes, false);
                checkUses(container, "volumeDevices", modes, true);
            }
        }
    }

    private static Map<String, Mode> with(
            @Nullable Map<String, Mode> modes, JsonNode name, JsonNode spec, @Nullable Origin line) {
        Map<String, Mode> all = modes == null ? new HashMap<>() : modes;
        all.put(name.asText(), new Mode(spec.path("volumeMode").asText().equals("Block"), line));
        return all;
    }

    private void checkShared(Workload workload, int volume, Manifest claim) {
        JsonNode modes = claim.tree().path("spec").path("accessModes");
        if (modes.isEmpty() || replicas.most(workload) < 2 || workload.type().equals("Job")) {
            return;
        }
        for (JsonNode mode : modes) {
            if (!mode.asText().startsWith("ReadWriteOnce")) {
                return;
            }
        }
        boolean alone = modes.path(0).asText().equals("ReadWriteOncePod");
        findings.add(
                workload.manifest(),
                workload.podSpecPath() + ".volumes[" + volume + "].persistentVolumeClaim.claimName",
                Finding.of(
                                StorageRule.SHARED,
                                "Up to " + replicas.most(workload) + " pods share " + claim + ", which only "
                                        + (alone
                                                ? "one pod can use: the others do not start."
                                                : "the pods of one node can use: those on other nodes do not start."))
                        .hint("Give the claim READ_WRITE_MANY, run one pod, or use a StatefulSet with"
                                + " Volume.claimTemplate(...).")
                        .related(claim.lineOf("spec.accessModes"), "the claim is made here")
                        .related(replicas.line(workload), "the number of pods is set here"));
    }

    private void checkUses(PodContainer container, String list, Map<String, Mode> modes, boolean device) {
        JsonNode uses = container.node().path(list);
        for (int i = 0; i < uses.size(); i++) {
            String name = uses.path(i).path("name").asText();
            Mode mode = modes.get(name);
            if (mode != null && mode.block != device) {
                findings.add(
                        container.workload().manifest(),
                        container.path(list + "[" + i + "].name"),
                        Finding.of(
                                        StorageRule.VOLUME_MODE,
                                        device
                                                ? "The volume \"" + name
                                                        + "\" has files, but it is used as a block device."
                                                : "The volume \"" + name
                                                        + "\" is a block device, but it is mounted as files.")
                                .hint(
                                        device
                                                ? "Give its claim volumeMode(VolumeMode.BLOCK), or mount it with"
                                                        + " mount(volume, path)."
                                                : "Leave volumeMode(...) of its claim out, or use it with"
                                                        + " device(volume, path).")
                                .related(mode.line, "the claim is made here"));
            }
        }
    }
}
