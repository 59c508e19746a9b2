/** Amounts of resources. */
@NullMarked
package dev.gantry.fake.quantity;

import org.jspecify.annotations.NullMarked;
