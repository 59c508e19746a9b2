package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;

/**
 * Storage that is claimed for each pod, and goes away with it.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes">Generic ephemeral
 *     volumes</a>
 */
@CheckReturnValue
public final class EphemeralVolume extends Volume {

    EphemeralVolume(String name, Consumer<Fields> writer) {
        super(name, writer);
    }

    /** Adds a label to the claims: {@code ephemeral.volumeClaimTemplate.metadata.labels}. */
    public EphemeralVolume label(String key, String value) {
        return with(metadata -> Entries.label(metadata.object("labels"), key, value));
    }

    /** Adds an annotation to the claims: {@code ephemeral.volumeClaimTemplate.metadata.annotations}. */
    public EphemeralVolume annotation(String key, String value) {
        return with(metadata -> Entries.annotation(metadata.object("annotations"), key, value));
    }

    private EphemeralVolume with(Consumer<Fields> more) {
        return new EphemeralVolume(
                name(),
                and(volume -> more.accept(
                        volume.object("ephemeral").object("volumeClaimTemplate").object("metadata"))));
    }
}
