/** The three other kinds of patch. */
@NullMarked
package dev.gantry.fake.patch;

import org.jspecify.annotations.NullMarked;
