/** Benchmarks within one JVM, warmed up: time and allocation. */
@NullMarked
package dev.gantry.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
