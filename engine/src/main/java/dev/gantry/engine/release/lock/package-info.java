/** Who works on a stack: one run at a time. */
@NullMarked
package dev.gantry.engine.release.lock;

import org.jspecify.annotations.NullMarked;
