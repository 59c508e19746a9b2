/** Manifests as files. */
@NullMarked
package dev.gantry.output;

import org.jspecify.annotations.NullMarked;
