package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;

/** A JSON patch of metadata that does no harm if it is made twice, so that it is sent again where its outcome is unknown. */
public final class RepeatablePatch {

    private final ArrayNode operations = JsonNodeFactory.instance.arrayNode();

    /** A patch of the object that has this UID, and of no other of its name. */
    public RepeatablePatch(String uid) {
        operations.addObject().put("op", "test").put("path", "/metadata/uid").put("value", uid);
    }

    /** Only if an annotation has this value, which the patch must not change. */
    public RepeatablePatch whereAnnotation(String key, String value) {
        operations
                .addObject()
                .put("op", "test")
                .put("path", path("annotations", key))
                .put("value", value);
        return this;
    }

    /** Sets an annotation of an object that has annotations. */
    public RepeatablePatch annotation(String key, String value) {
        operations
                .addObject()
                .put("op", "add")
                .put("path", path("annotations", key))
                .put("value", value);
        return this;
    }

    /** Removes a label that has this value. */
    public RepeatablePatch withoutLabel(String key, String value) {
        operations
                .addObject()
                .put("op", "test")
                .put("path", path("labels", key))
                .put("value", value);
        operations.addObject().put("op", "remove").put("path", path("labels", key));
        return this;
    }

    /**
     * Sends it.
     *
     * @throws ApiFailure if the server refuses it, with status 422 if the object is another or not as it has to be
     */
    public void send(Cluster cluster, ObjectRef ref, String manager) {
        cluster.write(new Write(Write.Method.REPEATABLE_PATCH, ref, operations, manager, false, false));
    }

    private static String path(String field, String key) {
        return "/metadata/" + field + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
