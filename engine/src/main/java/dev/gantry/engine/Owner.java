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

    /**
     * The annotation of such an object: the custom resource that it was made for, as {@code <kind>.<group> <namespace>/<name>}, such as
     * {@code WebApp.example.com shop/web}. Operators of several kinds may have one name.
     */
    public static final String OWNER = "gantry.dev/owner";

    /** The custom resource as the annotation {@value #OWNER} names it. */
    public String title() {
        return kind + "." + group(apiVersion) + " " + path();
    }

    private String path() {
        return namespace == null ? name : namespace + "/" + name;
    }

    /** Whether a live object was made for this custom resource, or for an earlier one of its name. */
    public boolean made(ObjectMeta live) {
        return isLabelled(live) && title().equals(live.annotation(OWNER));
    }

    /**
     * Whether a live object is the operator's, and nobody says that it was made for another custom resource: it may have been handed over, or
     * have lost its label.
     */
    boolean mayHave(ObjectMeta live) {
        boolean named = title().equals(live.annotation(OWNER));
        return isLabelled(live)
                ? named || live.annotation(OWNER) == null
                : named && live.label(OPERATOR) == null && isReferred(live);
    }

    private boolean isLabelled(ObjectMeta live) {
        return operator.equals(live.label(OPERATOR));
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

    /** Whether a reference is to another custom resource of this name: one that was there before. */
    boolean isNamesake(JsonNode reference) {
        return !isMeant(reference)
                && reference.path("kind").asText().equals(kind)
                && reference.path("name").asText().equals(name)
                && group(reference.path("apiVersion").asText()).equals(group(apiVersion));
    }

    private static String group(String apiVersion) {
        return apiVersion.substring(0, Math.max(0, apiVersion.indexOf('/')));
    }

    /** As people name it, such as {@code WebApp shop/web}. */
    @Override
    public String toString() {
        return kind + " " + path();
    }
}
