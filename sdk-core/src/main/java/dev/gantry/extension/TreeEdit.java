package dev.gantry.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The author's last word on a tree. */
@FunctionalInterface
public interface TreeEdit {

    /** Changes the tree in place. It may not change apiVersion, kind, name or namespace. */
    void apply(ObjectNode tree);
}
