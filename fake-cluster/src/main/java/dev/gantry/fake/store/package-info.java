/** Objects with their versions, and what happened to them. */
@NullMarked
package dev.gantry.fake.store;

import org.jspecify.annotations.NullMarked;
