/** What can go wrong between a bundle and a cluster, as findings. */
@NullMarked
package dev.gantry.engine.problem;

import org.jspecify.annotations.NullMarked;
