package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.argocd.ApplicationHealth;
import dev.gantry.check.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sync waves of Applications, which an Application that deploys them keeps only as far as it knows when they are healthy. */
public final class ApplicationWaves {

    private ApplicationWaves() {}

    /** The Applications that are to wait for others of their namespace. */
    public static List<Manifest> later(List<Manifest> manifests) {
        Map<@Nullable String, Integer> first = new HashMap<>();
        for (Manifest manifest : manifests) {
            if (isApplication(manifest)) {
                first.merge(manifest.id().namespace(), SyncTime.of(manifest).number(), Math::min);
            }
        }
        List<Manifest> later = new ArrayList<>();
        for (Manifest manifest : manifests) {
            if (isApplication(manifest)
                    && SyncTime.of(manifest).number()
                            > first.getOrDefault(manifest.id().namespace(), 0)) {
                later.add(manifest);
            }
        }
        return later;
    }

    private static boolean isApplication(Manifest manifest) {
        return isOf(manifest, ArgoCdChecks.GROUP, "Application")
                && !SyncTime.of(manifest).isHook();
    }

    /** Whether a manifest is Argo CD's own configuration. */
    public static boolean isSettings(Manifest manifest) {
        return isOf(manifest, "", "ConfigMap") && manifest.id().name().equals("argocd-cm");
    }

    /** Whether this configuration says how Applications are, in the key of its own or in the older one of all kinds. */
    static boolean areAssessed(Manifest settings) {
        JsonNode data = settings.tree().path("data");
        String all = data.path("resource.customizations").asText("");
        return data.has(ApplicationHealth.KEY)
                || all.contains("argoproj.io/Application")
                || all.contains("argoproj.io/*");
    }

    private static boolean isOf(Manifest manifest, String group, String kind) {
        return manifest.id().kind().equals(kind) && manifest.id().group().equals(group);
    }
}
