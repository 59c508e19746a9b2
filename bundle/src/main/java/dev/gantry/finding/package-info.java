/** Problems found in a user's program or its input, as plain data. */
@NullMarked
package dev.gantry.finding;

import org.jspecify.annotations.NullMarked;
