/** What the proxies of the mesh tell of the traffic. */
@NullMarked
package dev.gantry.istio.telemetry;

import org.jspecify.annotations.NullMarked;
