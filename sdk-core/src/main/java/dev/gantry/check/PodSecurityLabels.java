package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.security.PodSecurityStandard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the namespaces of the program demand of pods, as their labels say it. */
final class PodSecurityLabels {

    private static final String LABELS = "metadata.labels";
    private static final String PREFIX = "pod-security.kubernetes.io/";
    private static final List<String> MODES = List.of("enforce", "audit", "warn");

    /** The path of the label that keeps pods out. */
    static final String FIELD = FieldPath.child(LABELS, PREFIX + "enforce");

    private final Map<String, Level> levels = new HashMap<>();

    /**
     * What one namespace enforces.
     *
     * @param namespace that has the label
     * @param minor the version of the standard
     */
    record Level(Manifest namespace, PodSecurityStandard standard, int minor) {}

    PodSecurityLabels(Model model, Findings findings) {
        for (Manifest namespace : model.ofKind("", "Namespace")) {
            JsonNode labels = namespace.tree().path("metadata").path("labels");
            if (labels.isEmpty()) {
                continue;
            }
            for (String mode : MODES) {
                check(namespace, labels.path(PREFIX + mode), mode, findings);
            }
            PodSecurityStandard standard =
                    PodSecurityStandard.named(labels.path(PREFIX + "enforce").asText());
            if (standard != null) {
                int minor = version(labels.path(PREFIX + "enforce-version").asText(), model.kubernetesVersion());
                levels.putIfAbsent(namespace.id().name(), new Level(namespace, standard, minor));
            }
        }
    }

    /** What a namespace enforces; {@code null} if the program does not say. */
    @Nullable
    Level of(@Nullable String namespace) {
        return namespace == null ? null : levels.get(namespace);
    }

    /** Standards that are newer than the cluster are those of the cluster. */
    private static int version(String label, KubernetesVersion cluster) {
        KubernetesVersion pinned = KubernetesVersion.parse(label);
        return pinned == null || pinned.compareTo(cluster) > 0 ? cluster.minor() : pinned.minor();
    }

    private static void check(Manifest namespace, JsonNode label, String mode, Findings findings) {
        if (!label.isMissingNode() && PodSecurityStandard.named(label.asText()) == null) {
            findings.add(
                    namespace,
                    FieldPath.child(LABELS, PREFIX + mode),
                    Finding.of(
                                    SecurityRule.NO_STANDARD,
                                    "There is no Pod Security Standard \"" + label.asText() + "\".")
                            .hint("Call podSecurity(standard), or give privileged, baseline or restricted."));
        }
    }
}
