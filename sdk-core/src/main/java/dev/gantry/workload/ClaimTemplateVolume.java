package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Storage that each pod of a StatefulSet has for itself.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#volume-claim-templates">Volume
 *     claim templates</a>
 */
@CheckReturnValue
public final class ClaimTemplateVolume extends Volume {

    ClaimTemplateVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /** Adds a label to the claims: {@code metadata.labels}. */
    public ClaimTemplateVolume label(String key, String value) {
        return with(metadata -> Entries.label(metadata.object("labels"), key, value));
    }

    /** Adds an annotation to the claims: {@code metadata.annotations}. */
    public ClaimTemplateVolume annotation(String key, String value) {
        return with(metadata -> Entries.annotation(metadata.object("annotations"), key, value));
    }

    private ClaimTemplateVolume with(Consumer<Fields> more) {
        return new ClaimTemplateVolume(name(), and(template -> more.accept(template.object("metadata"))));
    }
}
