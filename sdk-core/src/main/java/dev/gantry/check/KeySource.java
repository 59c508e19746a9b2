package dev.gantry.check;

import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Origin;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What pods take keys from: a ConfigMap or Secret of the program, a Secret of files, or one that is generated. */
final class KeySource {

    /** A cluster fills in the keys of these itself. */
    private static final String TOKEN = "kubernetes.io/service-account-token";

    private static final List<String> CONTENTS = List.of("data", "binaryData", "stringData");

    private final @Nullable Manifest manifest;
    private final @Nullable GeneratedSecret generated;
    private final Set<String> fileKeys;

    private KeySource(@Nullable Manifest manifest, @Nullable GeneratedSecret generated, Set<String> fileKeys) {
        this.manifest = manifest;
        this.generated = generated;
        this.fileKeys = Set.copyOf(fileKeys);
    }

    /** An object of the program; {@code null} if others fill in its keys: of a token, and of what is made empty. */
    static @Nullable KeySource of(Manifest manifest) {
        if (manifest.tree().path("type").asText().equals(TOKEN)) {
            return null;
        }
        for (String content : CONTENTS) {
            if (!manifest.tree().path(content).isEmpty()) {
                return new KeySource(manifest, null, Set.of());
            }
        }
        return null;
    }

    static KeySource of(GeneratedSecret secret) {
        return new KeySource(null, secret, Set.of());
    }

    static KeySource of(FileSecret secret) {
        return new KeySource(secret.manifest(), null, new TreeSet<>(secret.keys()));
    }

    boolean has(String key) {
        if (manifest == null || fileKeys.contains(key)) {
            return keys().contains(key);
        }
        for (String content : CONTENTS) {
            if (manifest.tree().path(content).has(key)) {
                return true;
            }
        }
        return false;
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>(fileKeys);
        if (manifest != null) {
            for (String content : CONTENTS) {
                manifest.tree().path(content).fieldNames().forEachRemaining(keys::add);
            }
        }
        if (generated != null) {
            generated.keys().forEach(key -> keys.add(key.name()));
        }
        return keys;
    }

    @Nullable
    Origin origin() {
        return manifest != null ? manifest.origin() : generated == null ? null : generated.origin();
    }

    /** How it comes to be, in one word. */
    String made() {
        return generated == null ? "made" : "generated";
    }

    @Override
    public String toString() {
        return generated == null
                ? String.valueOf(manifest)
                : new ResourceId("v1", "Secret", generated.namespace(), generated.name()).toString();
    }
}
