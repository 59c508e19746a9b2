/** What a stack says of its Helm chart, and what it is told of the release. */
@NullMarked
package dev.gantry.chart;

import org.jspecify.annotations.NullMarked;
