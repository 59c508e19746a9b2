/** Whether a live object is ready. Pure functions over what the server said. */
@NullMarked
package dev.gantry.engine.status;

import org.jspecify.annotations.NullMarked;
