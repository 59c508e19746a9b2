/** An API server in memory. */
@NullMarked
package dev.gantry.fake;

import org.jspecify.annotations.NullMarked;
