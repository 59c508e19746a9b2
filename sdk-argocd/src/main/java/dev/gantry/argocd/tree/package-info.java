/** The tree of manifests that Argo CD reads from a Git repository. */
@NullMarked
package dev.gantry.argocd.tree;

import org.jspecify.annotations.NullMarked;
