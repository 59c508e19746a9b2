package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the keys that pods take from ConfigMaps and Secrets of the program with those that are there. */
final class KeyCheck {

    /** A cluster fills in the keys of these itself. */
    private static final String TOKEN = "kubernetes.io/service-account-token";

    private static final List<String> CONTENTS = List.of("data", "binaryData", "stringData");

    private final Model model;
    private final Workloads workloads;
    private final Findings findings;

    KeyCheck(Model model, Workloads workloads, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.findings = findings;
    }

    void check() {
        if (model.ofKind("", "ConfigMap").isEmpty()
                && model.ofKind("", "Secret").isEmpty()) {
            return;
        }
        for (Workload workload : workloads.all()) {
            for (PodContainer container : workload.containers()) {
                checkEnvironment(workload, container);
            }
            checkVolumes(workload);
        }
    }

    private void checkEnvironment(Workload workload, PodContainer container) {
        JsonNode env = container.node().path("env");
        for (int i = 0; i < env.size(); i++) {
            JsonNode from = env.path(i).path("valueFrom");
            if (from.isMissingNode()) {
                continue;
            }
            Manifest configMap = source(workload, "ConfigMap", from.path("configMapKeyRef"), "name");
            if (configMap != null && lacks(configMap, from.path("configMapKeyRef"))) {
                String path = container.path("env[" + i + "].valueFrom.configMapKeyRef.key");
                missing(workload, path, configMap, from.path("configMapKeyRef"), "on the key");
            }
            Manifest secret = source(workload, "Secret", from.path("secretKeyRef"), "name");
            if (secret != null && lacks(secret, from.path("secretKeyRef"))) {
                String path = container.path("env[" + i + "].valueFrom.secretKeyRef.key");
                missing(workload, path, secret, from.path("secretKeyRef"), "on the key");
            }
        }
    }

    private void checkVolumes(Workload workload) {
        JsonNode volumes = workload.podSpec().path("volumes");
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.path(i);
            String path = "volumes[" + i + "]";
            checkItems(workload, path + ".configMap", "ConfigMap", volume.path("configMap"), "name");
            checkItems(workload, path + ".secret", "Secret", volume.path("secret"), "secretName");
            JsonNode sources = volume.path("projected").path("sources");
            for (int j = 0; j < sources.size(); j++) {
                String source = path + ".projected.sources[" + j + "]";
                checkItems(
                        workload,
                        source + ".configMap",
                        "ConfigMap",
                        sources.path(j).path("configMap"),
                        "name");
                checkItems(
                        workload, source + ".secret", "Secret", sources.path(j).path("secret"), "name");
            }
        }
    }

    private void checkItems(Workload workload, String path, String kind, JsonNode volume, String nameField) {
        JsonNode items = volume.path("items");
        if (items.isEmpty()) {
            return;
        }
        Manifest owner = source(workload, kind, volume, nameField);
        for (int i = 0; owner != null && i < items.size(); i++) {
            if (lacks(owner, items.path(i))) {
                String field = workload.podSpecPath() + "." + path + ".items[" + i + "].key";
                missing(workload, field, owner, items.path(i), "on the volume");
            }
        }
    }

    /** What is named, if the program makes it and its keys are known; {@code null} too if it may be missing. */
    private @Nullable Manifest source(Workload workload, String kind, JsonNode reference, String nameField) {
        String name = reference.path(nameField).asText();
        if (name.isEmpty() || reference.path("optional").asBoolean()) {
            return null;
        }
        String namespace = workload.manifest().id().namespace();
        Manifest owner = model.find("", kind, namespace, name).orElse(null);
        return owner == null || isFilledByOthers(owner) ? null : owner;
    }

    /** Whether keys come from elsewhere: of a token, and of what is made empty. */
    private static boolean isFilledByOthers(Manifest owner) {
        if (owner.tree().path("type").asText().equals(TOKEN)) {
            return true;
        }
        for (String content : CONTENTS) {
            if (!owner.tree().path(content).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean lacks(Manifest owner, JsonNode reference) {
        String key = reference.path("key").asText();
        if (key.isEmpty()) {
            return false;
        }
        for (String content : CONTENTS) {
            if (owner.tree().path(content).has(key)) {
                return false;
            }
        }
        return true;
    }

    private void missing(Workload workload, String field, Manifest owner, JsonNode reference, String where) {
        String key = reference.path("key").asText();
        Set<String> keys = new TreeSet<>();
        for (String content : CONTENTS) {
            owner.tree().path(content).fieldNames().forEachRemaining(keys::add);
        }
        String guess = Likeness.closest(key, keys);
        String known = guess != null
                ? "Did you mean \"" + guess + "\"?"
                : "Name one of " + Words.list(List.copyOf(keys), each -> "\"" + each + "\"") + ", or add the key.";
        findings.add(
                workload.manifest(),
                field,
                Finding.of(ConfigRule.NO_KEY, owner + " has no key \"" + key + "\", so the container does not start.")
                        .hint(known + " If the key may be missing, call optional() " + where + ".")
                        .related(owner.origin(), owner + " is made here"));
    }
}
