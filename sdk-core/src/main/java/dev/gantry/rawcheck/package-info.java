/** What fabric8's model of Kubernetes, Istio and the Prometheus operator says of objects that no builder has written. */
@NullMarked
package dev.gantry.rawcheck;

import org.jspecify.annotations.NullMarked;
