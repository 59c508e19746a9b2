package dev.gantry.access;

import dev.gantry.extension.Resource;

/** What a RoleBinding can hand out: a Role of its own namespace, or a ClusterRole. */
public sealed interface RoleRef permits Role, ClusterRole {

    /** The role itself. */
    Resource resource();
}
