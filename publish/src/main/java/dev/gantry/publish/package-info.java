/** Brings a tree of manifests into a working copy of Git. */
@NullMarked
package dev.gantry.publish;

import org.jspecify.annotations.NullMarked;
