/** The same programs as charts, rendered by Helm. */
@NullMarked
package dev.gantry.benchmarks.helm;

import org.jspecify.annotations.NullMarked;
