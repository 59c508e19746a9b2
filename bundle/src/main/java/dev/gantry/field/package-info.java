/** Paths of fields, and where trees differ. */
@NullMarked
package dev.gantry.field;

import org.jspecify.annotations.NullMarked;
