package dev.gantry.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Leaf;

/**
 * How a sync is done. An Application says it for all that it deploys. A resource can say it for itself, in the annotation
 * {@code argocd.argoproj.io/sync-options}, if it is one of {@code Delete}, {@code Force}, {@code Prune}, {@code PruneLast},
 * {@code Replace}, {@code ServerSideApply}, {@code SkipDryRunOnMissingResource} and {@code Validate}:
 *
 * <pre>{@code
 * PersistentVolumeClaim.of("data", c -> c.annotation("argocd.argoproj.io/sync-options", SyncOption.NO_DELETE.toString()))
 * }</pre>
 *
 * @param name such as {@code PruneLast}
 * @param value such as {@code true}
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/">Sync options</a>
 */
@CheckReturnValue
public record SyncOption(String name, String value) implements Leaf {

    /** Makes the destination's namespace, if it is not there. */
    public static final SyncOption CREATE_NAMESPACE = on("CreateNamespace");

    /** Deletes what is no longer in the source when all else is deployed and healthy. */
    public static final SyncOption PRUNE_LAST = on("PruneLast");

    /** Deletes nothing that is no longer in the source. */
    public static final SyncOption NO_PRUNE = of("Prune", "false");

    /** Waits for somebody to confirm before it deletes what is no longer in the source. */
    public static final SyncOption CONFIRM_PRUNE = of("Prune", "confirm");

    /** Keeps the resources when the Application is deleted. */
    public static final SyncOption NO_DELETE = of("Delete", "false");

    /** Waits for somebody to confirm before resources are deleted with the Application. */
    public static final SyncOption CONFIRM_DELETE = of("Delete", "confirm");

    /** Applies only what differs. */
    public static final SyncOption APPLY_OUT_OF_SYNC_ONLY = on("ApplyOutOfSyncOnly");

    /** Applies on the server, which knows who owns which field. */
    public static final SyncOption SERVER_SIDE_APPLY = on("ServerSideApply");

    /** Leaves alone what client-side apply has left behind, where the server applies. */
    public static final SyncOption NO_CLIENT_SIDE_APPLY_MIGRATION = of("ClientSideApplyMigration", "false");

    /** Replaces resources instead of applying changes; what others have written to them is lost. */
    public static final SyncOption REPLACE = on("Replace");

    /**
     * Deletes a resource and makes it anew where it cannot be changed; its pods are gone meanwhile. Argo CD looks for this option only in
     * the annotation {@code argocd.argoproj.io/sync-options} of the resource; in an Application it has no effect, which is a finding.
     *
     * @see <a href="https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#force-sync">Force sync</a>
     */
    public static final SyncOption FORCE = on("Force");

    /** Sends resources that do not match the schema too. */
    public static final SyncOption NO_VALIDATE = of("Validate", "false");

    /** Does without a dry run for kinds that the cluster does not know yet. */
    public static final SyncOption SKIP_DRY_RUN_ON_MISSING_RESOURCE = on("SkipDryRunOnMissingResource");

    /** Leaves the fields of {@code ignoreDifferences} alone when it applies. */
    public static final SyncOption RESPECT_IGNORE_DIFFERENCES = on("RespectIgnoreDifferences");

    /** Fails if another Application has one of the resources. */
    public static final SyncOption FAIL_ON_SHARED_RESOURCE = on("FailOnSharedResource");

    /** An option that is not among the constants. */
    public static SyncOption of(String name, String value) {
        return new SyncOption(name, value);
    }

    /** What deleting a resource does to those that it owns; {@link PrunePropagationPolicy#FOREGROUND} by default. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null: that is no policy
    public static SyncOption prunePropagationPolicy(PrunePropagationPolicy policy) {
        return of("PrunePropagationPolicy", policy == null ? "" : policy.term());
    }

    private static SyncOption on(String name) {
        return of(name, "true");
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(toString());
    }

    /** Such as {@code PruneLast=true}. */
    @Override
    public String toString() {
        return name + "=" + value;
    }
}
