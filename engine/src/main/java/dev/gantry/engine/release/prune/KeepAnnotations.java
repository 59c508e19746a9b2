package dev.gantry.engine.release.prune;

import dev.gantry.engine.release.ObjectMeta;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an object says that it is to outlive its program: in our words, Helm's, cli-utils' or those of Kubernetes' client tools. */
public final class KeepAnnotations {

    private static final Map<String, String> VALUES = new TreeMap<>(Map.of(
            "gantry.dev/prune", "keep",
            "helm.sh/resource-policy", "keep",
            "cli-utils.sigs.k8s.io/on-remove", "keep",
            "client.lifecycle.config.k8s.io/deletion", "detach"));

    private KeepAnnotations() {}

    /** The annotation that says so, such as {@code gantry.dev/prune: keep}; {@code null} if none does. */
    public static @Nullable String of(ObjectMeta live) {
        for (Map.Entry<String, String> each : VALUES.entrySet()) {
            String value = live.annotation(each.getKey());
            if (value != null && value.strip().toLowerCase(Locale.ROOT).equals(each.getValue())) {
                return each.getKey() + ": " + each.getValue();
            }
        }
        return null;
    }
}
