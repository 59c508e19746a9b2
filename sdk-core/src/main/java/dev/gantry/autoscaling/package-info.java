/** Autoscalers. */
@NullMarked
package dev.gantry.autoscaling;

import org.jspecify.annotations.NullMarked;
