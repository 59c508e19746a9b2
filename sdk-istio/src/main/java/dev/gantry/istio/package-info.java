/** Istio traffic and security. */
@NullMarked
package dev.gantry.istio;

import org.jspecify.annotations.NullMarked;
