/** A Kustomize tree of all environments: a base with what they share, and an overlay for each. */
@NullMarked
package dev.gantry.kustomize;

import org.jspecify.annotations.NullMarked;
