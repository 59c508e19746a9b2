/** Checks between Argo CD's kinds and what the program deploys with them. */
@NullMarked
package dev.gantry.argocd.check;

import org.jspecify.annotations.NullMarked;
