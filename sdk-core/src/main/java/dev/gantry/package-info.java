/** The program that a user writes: blueprint, app, stacks, and the values that every kind uses. */
@NullMarked
package dev.gantry;

import org.jspecify.annotations.NullMarked;
