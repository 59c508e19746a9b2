package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the keys that pods take from ConfigMaps and Secrets of the program with those that are there. */
final class KeyCheck {

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
                && model.ofKind("", "Secret").isEmpty()
                && !model.hasGeneratedSecrets()
                && model.fileSecrets().isEmpty()) {
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
            KeySource configMap = source(workload, "ConfigMap", from.path("configMapKeyRef"), "name");
            if (configMap != null && lacks(configMap, from.path("configMapKeyRef"))) {
                String path = container.path("env[" + i + "].valueFrom.configMapKeyRef.key");
                missing(workload, path, configMap, from.path("configMapKeyRef"), "on the key");
            }
            KeySource secret = source(workload, "Secret", from.path("secretKeyRef"), "name");
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
        KeySource owner = source(workload, kind, volume, nameField);
        for (int i = 0; owner != null && i < items.size(); i++) {
            if (lacks(owner, items.path(i))) {
                String field = workload.podSpecPath() + "." + path + ".items[" + i + "].key";
                missing(workload, field, owner, items.path(i), "on the volume");
            }
        }
    }

    /** What is named, if its keys are known; {@code null} too if it may be missing. */
    private @Nullable KeySource source(Workload workload, String kind, JsonNode reference, String nameField) {
        String name = reference.path(nameField).asText();
        if (name.isEmpty() || reference.path("optional").asBoolean()) {
            return null;
        }
        String namespace = workload.manifest().id().namespace();
        Manifest owner = model.find("", kind, namespace, name).orElse(null);
        if (owner != null) {
            return KeySource.of(owner);
        }
        if (!kind.equals("Secret")) {
            return null;
        }
        KeySource generated =
                model.generatedSecret(namespace, name).map(KeySource::of).orElse(null);
        return generated != null
                ? generated
                : model.fileSecret(namespace, name).map(KeySource::of).orElse(null);
    }

    private static boolean lacks(KeySource owner, JsonNode reference) {
        String key = reference.path("key").asText();
        return !key.isEmpty() && !owner.has(key);
    }

    private void missing(Workload workload, String field, KeySource owner, JsonNode reference, String where) {
        String key = reference.path("key").asText();
        Set<String> keys = owner.keys();
        String guess = Likeness.closest(key, keys);
        String known = guess != null
                ? "Did you mean \"" + guess + "\"?"
                : "Name one of " + Words.list(List.copyOf(keys), each -> "\"" + each + "\"") + ", or add the key.";
        findings.add(
                workload.manifest(),
                field,
                Finding.of(ConfigRule.NO_KEY, owner + " has no key \"" + key + "\", so the container does not start.")
                        .hint(known + " If the key may be missing, call optional() " + where + ".")
                        .related(owner.origin(), owner + " is " + owner.made() + " here"));
    }
}
