package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What objects belong to, and how that is written on them: a stack, or a custom resource that an operator looks after. */
public interface Membership {

    /** The name of the stack, for findings. */
    String stack();

    /** The namespace of what states none. */
    String namespace();

    /** In whose name manifests are applied. */
    String manager();

    /** Makes a manifest that of a member, and returns it. */
    ObjectNode member(ObjectNode tree);

    /** Whether a live object is marked as a member, in just the way in which {@link #member} would. */
    boolean has(ObjectMeta live);
}
