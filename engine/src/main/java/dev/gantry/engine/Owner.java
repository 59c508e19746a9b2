package dev.gantry.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.engine.release.ObjectMeta;
import org.jspecify.annotations.Nullable;

/**
 * A custom resource, and the operator who makes objects for it.
 *
 * @param operator the operator's name: 63 characters at most, as in labels
 * @param apiVersion of the custom resource, such as {@code example.com/v1}
 * @param kind of the custom resource
 * @param namespace {@code null} if its kind has none
 * @param name of the custom resource
 * @param uid of the custom resource
 */
public record Owner(
        String operator,
        String apiVersion,
        String kind,
        @Nullable String namespace,
        String name,
        String uid) {

    /** The label of an object that an operator has made: the operator's name. */
    public static final String OPERATOR = "gantry.dev/operator";

    /** The annotation of such an object: the custom resource that it was made for, as {@code <namespace>/<name>}. */
    public static final String OWNER = "gantry.dev/owner";

    /** The custom resource as the annotation {@value #OWNER} names it. */
    public String path() {
        return namespace == null ? name : namespace + "/" + name;
    }

    /** Whether a live object was made for this custom resource, or for an earlier one of its name. */
    public boolean made(ObjectMeta live) {
        return operator.equals(live.label(OPERATOR)) && path().equals(live.annotation(OWNER));
    }

    /** Whether a live object refers to this custom resource, so that the cluster deletes it together with that. */
    boolean isReferred(ObjectMeta live) {
        for (JsonNode reference : live.tree().path("ownerReferences")) {
            if (isMeant(reference)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a reference is to this custom resource. */
    boolean isMeant(JsonNode reference) {
        return reference.path("uid").asText().equals(uid);
    }

    /** As people name it, such as {@code WebApp shop/web}. */
    @Override
    public String toString() {
        return kind + " " + path();
    }
}
