package dev.gantry.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Leaf;

/**
 * What can be done with a resource.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb">
 *     Request verbs</a>
 */
public enum Verb implements Leaf {
    /** Reads one object by name. */
    GET("get"),
    /** Reads all objects, content included. */
    LIST("list"),
    /** Follows the changes of all objects, content included. */
    WATCH("watch"),
    /** Makes an object. */
    CREATE("create"),
    /** Replaces an object. */
    UPDATE("update"),
    /** Changes parts of an object; server-side apply needs it. */
    PATCH("patch"),
    /** Deletes one object by name. */
    DELETE("delete"),
    /** Deletes all objects at once. */
    DELETE_COLLECTION("deletecollection"),
    /** Uses what others have set up, such as a policy. */
    USE("use"),
    /** Binds a role, and so hands on what the role allows, even what one is not allowed oneself. */
    BIND("bind"),
    /** Writes a role that allows more than one is allowed oneself. */
    ESCALATE("escalate"),
    /** Acts as another user, group or ServiceAccount. */
    IMPERSONATE("impersonate"),
    /** Approves certificates of a signer. */
    APPROVE("approve"),
    /** Signs certificates of a signer. */
    SIGN("sign"),
    /** All of them, also those to come. */
    ALL("*");

    private final String term;

    Verb(String term) {
        this.term = term;
    }

    @Override
    public JsonNode toJson() {
        return TextNode.valueOf(term);
    }

    /** The word of Kubernetes, such as {@code get}. */
    public String term() {
        return term;
    }
}
