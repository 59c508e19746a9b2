package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Target;
import java.util.List;
import java.util.Set;

/** Nothing is created in a namespace that is not there, or that is being deleted; and a few namespaces always stay. */
public final class NamespaceLifecycle {

    private static final Set<String> KEPT = Set.of("default", "kube-system", "kube-public");

    private final Store store;

    /** Of the namespaces of a store. */
    public NamespaceLifecycle(Store store) {
        this.store = store;
    }

    /** Refuses a creation. */
    public void admitCreation(Target target) {
        if (target.namespace().isEmpty()) {
            return;
        }
        ObjectNode namespace = store.get(new ObjectKey("namespaces", "", target.namespace()))
                .orElseThrow(() -> ApiError.of(404, "NotFound", "namespaces \"" + target.namespace() + "\" not found")
                        .about(target.namespace(), "", "namespaces"));
        if (namespace.path("metadata").has("deletionTimestamp")) {
            String name = target.namespace();
            throw Refusals.forbidden(
                            target.kind(),
                            target.name(),
                            "unable to create new content in namespace " + name + " because it is being terminated")
                    .because(List.of(new ApiError.Cause(
                            "NamespaceTerminating",
                            "namespace " + name + " is being terminated",
                            "metadata.namespace")));
        }
    }

    /** Refuses the deletion of a namespace that always stays. */
    public void admitDeletion(ApiKind kind, String name) {
        if (kind.resource().equals("namespaces") && KEPT.contains(name)) {
            throw Refusals.forbidden(kind, name, "this namespace may not be deleted");
        }
    }
}
