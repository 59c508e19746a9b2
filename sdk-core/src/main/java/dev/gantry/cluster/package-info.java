/** Namespaces and what governs a whole cluster. */
@NullMarked
package dev.gantry.cluster;

import org.jspecify.annotations.NullMarked;
