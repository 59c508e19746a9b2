/** What starting a JVM costs. */
@NullMarked
package dev.gantry.benchmarks.empty;

import org.jspecify.annotations.NullMarked;
