/** Selectors of labels and fields. */
@NullMarked
package dev.gantry.fake.selection;

import org.jspecify.annotations.NullMarked;
