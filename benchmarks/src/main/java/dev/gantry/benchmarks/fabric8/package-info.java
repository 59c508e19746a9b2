/** The same programs with fabric8's builders alone. */
@NullMarked
package dev.gantry.benchmarks.fabric8;

import org.jspecify.annotations.NullMarked;
