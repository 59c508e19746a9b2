package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Amount;
import dev.gantry.finding.Finding;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares claims with the volumes that they name, and looks at what classes and volumes say. */
final class StorageCheck {

    private static final String[] DEFAULT_CLASS = {
        "storageclass.kubernetes.io/is-default-class", "storageclass.beta.kubernetes.io/is-default-class"
    };

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
        checkDefaults();
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

    private void checkDefaults() {
        Manifest first = null;
        for (Manifest storageClass : model.ofKind("storage.k8s.io", "StorageClass")) {
            if (isDefault(storageClass)) {
                if (first == null) {
                    first = storageClass;
                } else {
                    findings.add(
                            storageClass,
                            "metadata.annotations",
                            Finding.of(
                                            StorageRule.TWO_DEFAULTS,
                                            storageClass + " and " + first
                                                    + " are both the class of claims that name none.")
                                    .hint("Call defaultClass() on one of them only.")
                                    .related(first.origin(), "the first one is made here"));
                }
            }
        }
    }

    private static boolean isDefault(Manifest storageClass) {
        JsonNode annotations = storageClass.tree().path("metadata").path("annotations");
        for (String annotation : DEFAULT_CLASS) {
            if (annotations.path(annotation).asText().equals("true")) {
                return true;
            }
        }
        return false;
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
        JsonNode size = spec.path("resources").path("requests").path("storage");
        if (isAbove(size, offer.path("capacity").path("storage"))) {
            unsuitable(
                    claim,
                    "spec.resources.requests.storage",
                    volume,
                    "spec.capacity.storage",
                    "requests " + size.asText() + ", but " + volume + " has "
                            + offer.path("capacity").path("storage").asText());
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

    private static boolean isAbove(JsonNode size, JsonNode capacity) {
        BigDecimal wanted = Amount.parse(size.asText());
        BigDecimal there = Amount.parse(capacity.asText());
        return wanted != null && there != null && wanted.compareTo(there) > 0;
    }
}
