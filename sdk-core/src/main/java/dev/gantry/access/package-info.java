/** Who may do what. */
@NullMarked
package dev.gantry.access;

import org.jspecify.annotations.NullMarked;
