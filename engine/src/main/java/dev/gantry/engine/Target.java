package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;

/**
 * An object of the program, and where it goes on this server.
 *
 * @param object complete with its namespace
 * @param ref where it goes
 * @param served whether the server knows its kind already; otherwise the release defines it
 */
record Target(DesiredObject object, ObjectRef ref, boolean served) {

    static final String MANAGER = "gantry";

    static final String PART_OF = "applyset.kubernetes.io/part-of";

    /** What is sent: the manifest, marked as a member of the stack's set. */
    ObjectNode body(String applySet) {
        ObjectNode tree = object.tree();
        tree.withObject("/metadata").withObject("/labels").put(PART_OF, applySet);
        return tree;
    }
}
