/** The checks of Istio's kinds, and between them and those of Kubernetes and of monitoring. */
@NullMarked
package dev.gantry.istio.check;

import org.jspecify.annotations.NullMarked;
