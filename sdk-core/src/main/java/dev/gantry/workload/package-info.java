/** Workloads, pods and containers. */
@NullMarked
package dev.gantry.workload;

import org.jspecify.annotations.NullMarked;
