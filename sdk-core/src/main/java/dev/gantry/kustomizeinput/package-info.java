/** Kustomizations that others have written, as resources of a program. */
@NullMarked
package dev.gantry.kustomizeinput;

import org.jspecify.annotations.NullMarked;
