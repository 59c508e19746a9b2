/** What the engine must be allowed to do. */
@NullMarked
package dev.gantry.engine.release.access;

import org.jspecify.annotations.NullMarked;
