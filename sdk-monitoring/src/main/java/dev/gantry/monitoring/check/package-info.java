/** Checks between monitors, rules, Prometheus and what they lead to. */
@NullMarked
package dev.gantry.monitoring.check;

import org.jspecify.annotations.NullMarked;
