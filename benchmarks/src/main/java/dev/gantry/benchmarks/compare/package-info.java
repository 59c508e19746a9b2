/** Starts the contenders as processes, and compares what they cost. */
@NullMarked
package dev.gantry.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
