package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.finding.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares claims with the volumes that they name, and looks at what classes and volumes say. */
final class StorageCheck {

    private final Model model;
    private final Workloads workloads;
    private final Replicas replicas;
    private final Findings findings;

    StorageCheck(Model model, Workloads workloads, Replicas replicas, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.replicas = replicas;
        this.findings = findings;
    }

    void check() {
        for (Manifest volume : model.ofKind("", "PersistentVolume")) {
            checkLocal(volume);
        }
        for (Manifest claim : model.ofKind("", "PersistentVolumeClaim")) {
            checkVolume(claim);
        }
        ClaimUseCheck uses = new ClaimUseCheck(model, replicas, findings);
        for (Workload workload : workloads.all()) {
            uses.check(workload);
        }
    }

    private void checkLocal(Manifest volume) {
        JsonNode spec = volume.tree().path("spec");
        if (spec.has("local") && !spec.path("nodeAffinity").has("required")) {
            findings.add(
                    volume,
                    "spec.local",
                    Finding.of(StorageRule.LOCAL_ANYWHERE, "Nothing says on which node " + volume + " is.")
                            .hint("Call nodeAffinity(a -> a.required(t -> t.in(\"kubernetes.io/hostname\", node)))."));
        }
    }

    private void checkVolume(Manifest claim) {
        JsonNode spec = claim.tree().path("spec");
        String name = spec.path("volumeName").asText();
        Manifest volume = name.isEmpty()
                ? null
                : model.find("", "PersistentVolume", null, name).orElse(null);
        if (volume == null) {
            return;
        }
        JsonNode offer = volume.tree().path("spec");
        String size = spec.path("resources").path("requests").path("storage").asText();
        String capacity = offer.path("capacity").path("storage").asText();
        if (Amount.isAbove(size, capacity)) {
            unsuitable(
                    claim,
                    "spec.resources.requests.storage",
                    volume,
                    "spec.capacity.storage",
                    "requests " + size + ", but " + volume + " has " + capacity);
        }
        String lacking = lacking(spec.path("accessModes"), offer.path("accessModes"));
        if (lacking != null) {
            unsuitable(
                    claim,
                    "spec.accessModes",
                    volume,
                    "spec.accessModes",
                    "asks for " + lacking + ", which " + volume + " has not");
        }
        compare(claim, spec, volume, offer, "volumeMode", "Filesystem", "is for the mode ");
        if (spec.has("storageClassName")) {
            compare(claim, spec, volume, offer, "storageClassName", "", "asks for the class ");
        }
    }

    private void compare(
            Manifest claim, JsonNode spec, Manifest volume, JsonNode offer, String field, String implied, String what) {
        String wanted = spec.path(field).asText(implied);
        String there = offer.path(field).asText(implied);
        if (!Objects.equals(wanted, there)) {
            unsuitable(
                    claim,
                    "spec." + field,
                    volume,
                    "spec." + field,
                    what + shown(wanted) + ", but that of " + volume + " is " + shown(there));
        }
    }

    private static String shown(String name) {
        return name.isEmpty() ? "\"\" (none)" : name;
    }

    private void unsuitable(Manifest claim, String field, Manifest volume, String offered, String what) {
        findings.add(
                claim,
                field,
                Finding.of(StorageRule.UNSUITABLE, "The claim " + what + ".")
                        .hint("Ask for what the volume has, or let volume(...) name another one.")
                        .related(volume.lineOf(offered), "the volume says so here"));
    }

    private static @Nullable String lacking(JsonNode wanted, JsonNode there) {
        for (JsonNode mode : wanted) {
            boolean found = false;
            for (JsonNode each : there) {
                found = found || each.equals(mode);
            }
            if (!found) {
                return mode.asText();
            }
        }
        return null;
    }
}
