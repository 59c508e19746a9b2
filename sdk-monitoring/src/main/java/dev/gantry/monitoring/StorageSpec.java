package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.extension.Block;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.storage.VolumeClaim;
import java.util.function.Consumer;

/**
 * Where a server keeps its data.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.StorageSpec">
 *     StorageSpec</a>
 */
@CheckReturnValue
public final class StorageSpec extends Block {

    private final String metadata;

    private StorageSpec(String metadata, Consumer<Fields> writer) {
        super(writer);
        this.metadata = metadata;
    }

    /** A claim for each pod, which outlives the pod: {@code volumeClaimTemplate}. */
    public static StorageSpec claim(VolumeClaim claim) {
        return new StorageSpec(
                "volumeClaimTemplate",
                storage -> storage.object("volumeClaimTemplate").set("spec", claim));
    }

    /** A claim for each pod, which goes away with the pod: {@code ephemeral}. */
    public static StorageSpec ephemeral(VolumeClaim claim) {
        return new StorageSpec(
                "ephemeral",
                storage -> storage.object("ephemeral")
                        .object("volumeClaimTemplate")
                        .set("spec", claim));
    }

    /** An empty folder of the node that goes away with the pod: {@code emptyDir}. */
    public static StorageSpec emptyDir() {
        return new StorageSpec("", storage -> storage.object("emptyDir"));
    }

    /** An empty folder of the node that goes away with the pod, up to a size: {@code emptyDir}. */
    public static StorageSpec emptyDir(Quantity sizeLimit) {
        return new StorageSpec("", storage -> storage.object("emptyDir").set("sizeLimit", sizeLimit));
    }

    /** An empty folder in memory that goes away with the pod: {@code emptyDir} with the medium {@code Memory}. */
    public static StorageSpec memory(Quantity sizeLimit) {
        return new StorageSpec("", storage -> {
            Fields folder = storage.object("emptyDir");
            folder.set("medium", "Memory");
            folder.set("sizeLimit", sizeLimit);
        });
    }

    /** Sets the name that the claims begin with; the server's where it is not set. */
    public StorageSpec name(String name) {
        return with(claim -> claim.set("name", name, Syntax.DNS_SUBDOMAIN));
    }

    /** Adds a label to the claims. */
    public StorageSpec label(String key, String value) {
        return with(claim -> Entries.label(claim.object("labels"), key, value));
    }

    /** Adds an annotation to the claims. */
    public StorageSpec annotation(String key, String value) {
        return with(claim -> Entries.annotation(claim.object("annotations"), key, value));
    }

    /** Sets {@code disableMountSubPath}, which the operator advises against: the data lies at the top of the volume. */
    public StorageSpec disableMountSubPath() {
        return new StorageSpec(metadata, and(storage -> storage.set("disableMountSubPath", true)));
    }

    /** A folder has no metadata, so what is said of it is a flaw of the field that it would stand in. */
    private StorageSpec with(Consumer<Fields> more) {
        return new StorageSpec(metadata, and(storage -> {
            if (metadata.isEmpty()) {
                storage.flaw(
                        "emptyDir",
                        ValueRule.NOT_ALLOWED,
                        "An empty folder has no name, labels or annotations.",
                        "Leave them out, or claim storage with StorageSpec.claim(...).");
                return;
            }
            Fields owner = storage.object(metadata);
            Fields claim = metadata.equals("ephemeral") ? owner.object("volumeClaimTemplate") : owner;
            more.accept(claim.object("metadata"));
        }));
    }
}
