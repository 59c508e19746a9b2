package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.failure.Refusals;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Target;

/** Nothing is created of a kind whose definition is being deleted. */
public final class TerminatingDefinitions {

    private static final String RESOURCE = "customresourcedefinitions.apiextensions.k8s.io";

    private final Store store;

    /** Of the definitions of a store. */
    public TerminatingDefinitions(Store store) {
        this.store = store;
    }

    /** Refuses a creation. */
    public void admitCreation(Target target) {
        JsonNode definition = target.kind().definition();
        if (definition == null) {
            return;
        }
        String name = Json.text(definition, "metadata", "name");
        store.get(new ObjectKey(RESOURCE, "", name))
                .filter(live -> live.path("metadata").has("deletionTimestamp"))
                .ifPresent(live -> {
                    throw Refusals.forbidden(
                            target.kind(),
                            target.name(),
                            "create not allowed while custom resource definition is terminating");
                });
    }
}
