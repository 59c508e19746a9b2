/** Writes templates as a Helm chart: with values, a schema of them, and text that people who know Helm can read. */
@NullMarked
package dev.gantry.helmchart;

import org.jspecify.annotations.NullMarked;
