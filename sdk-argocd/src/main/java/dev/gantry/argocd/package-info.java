/** Argo CD applications, application sets and projects. */
@NullMarked
package dev.gantry.argocd;

import org.jspecify.annotations.NullMarked;
