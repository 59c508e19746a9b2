package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;

/**
 * When Argo CD applies a resource, as its annotations say.
 *
 * @param hook such as {@code PreSync}; empty if there is none
 * @param wave as it is written; empty if there is none
 */
record SyncTime(String hook, String wave) {

    static final String WAVE = "argocd.argoproj.io/sync-wave";
    static final String HOOK = "argocd.argoproj.io/hook";

    static SyncTime of(Manifest manifest) {
        JsonNode annotations = manifest.tree().path("metadata").path("annotations");
        return new SyncTime(
                annotations.path(HOOK).asText(""), annotations.path(WAVE).asText(""));
    }

    boolean isHook() {
        return !hook.isEmpty();
    }

    /** Whether it is said in which wave. */
    boolean hasWave() {
        return !wave.isEmpty();
    }

    /** -1 before the sync, 1 after it. */
    int phase() {
        return switch (hook) {
            case "PreSync" -> -1;
            case "PostSync" -> 1;
            default -> 0;
        };
    }

    /** The wave as Argo CD takes it: what is no number counts as 0. */
    int number() {
        return isNumber() ? Integer.parseInt(wave) : 0;
    }

    boolean isNumber() {
        return wave.matches("[+-]?[0-9]{1,9}");
    }
}
