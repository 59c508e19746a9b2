/** Helm charts that others have written, as resources of a program. */
@NullMarked
package dev.gantry.chartinput;

import org.jspecify.annotations.NullMarked;
