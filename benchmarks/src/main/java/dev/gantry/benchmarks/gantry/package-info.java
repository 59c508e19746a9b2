/** The programs as Gantry has them. */
@NullMarked
package dev.gantry.benchmarks.gantry;

import org.jspecify.annotations.NullMarked;
