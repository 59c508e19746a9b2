/** Prometheus operator: monitors, rules, Prometheus and Alertmanager. */
@NullMarked
package dev.gantry.monitoring;

import org.jspecify.annotations.NullMarked;
