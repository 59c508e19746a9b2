/** In which order objects are applied and deleted. Knows no cluster. */
@NullMarked
package dev.gantry.engine.order;

import org.jspecify.annotations.NullMarked;
