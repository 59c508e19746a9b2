/** What the cluster is to look like: a bundle's manifests as objects, stack by stack. */
@NullMarked
package dev.gantry.engine.desired;

import org.jspecify.annotations.NullMarked;
