package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.quantity.Amount;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Target;

/**
 * A claim grows only where its class allows that.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#persistentvolumeclaimresize">PersistentVolumeClaimResize</a>
 */
public final class GrowingClaims {

    private static final String CLASSES = "storageclasses.storage.k8s.io";

    private final Store store;

    /** Of a store. */
    public GrowingClaims(Store store) {
        this.store = store;
    }

    /** Refuses a change. */
    public void admitChange(Target target, ObjectNode before, ObjectNode after) {
        boolean grows = target.kind().resource().equals("persistentvolumeclaims")
                && target.subresource().isEmpty()
                && size(after).compareTo(size(before)) > 0;
        if (grows && !isExpandable(Json.text(after, "spec", "storageClassName"))) {
            throw Refusals.forbidden(
                    target.kind(),
                    target.name(),
                    "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must"
                            + " support resize");
        }
    }

    private static Amount size(ObjectNode claim) {
        JsonNode size = Json.at(claim, "spec", "resources", "requests", "storage");
        return size.isMissingNode() ? Amount.ZERO : Amount.of(size);
    }

    private boolean isExpandable(String storageClass) {
        return store.get(new ObjectKey(CLASSES, "", storageClass))
                .filter(live -> live.path("allowVolumeExpansion").asBoolean())
                .isPresent();
    }
}
