/** Services and what leads to them. */
@NullMarked
package dev.gantry.network;

import org.jspecify.annotations.NullMarked;
