/** How requests find their way: routes, destinations, gateways, and what lies outside of the mesh. */
@NullMarked
package dev.gantry.istio.traffic;

import org.jspecify.annotations.NullMarked;
