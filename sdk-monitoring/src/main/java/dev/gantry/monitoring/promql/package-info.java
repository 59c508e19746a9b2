/** Expressions of Prometheus' query language: as text with typed holes, and made of their common forms. */
@NullMarked
package dev.gantry.monitoring.promql;

import org.jspecify.annotations.NullMarked;
