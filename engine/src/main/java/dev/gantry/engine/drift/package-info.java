/** How a cluster differs from what was applied last, and from what the program says now. */
@NullMarked
package dev.gantry.engine.drift;

import org.jspecify.annotations.NullMarked;
