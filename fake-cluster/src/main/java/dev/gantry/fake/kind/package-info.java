/** The kinds that are served, and discovery. */
@NullMarked
package dev.gantry.fake.kind;

import org.jspecify.annotations.NullMarked;
