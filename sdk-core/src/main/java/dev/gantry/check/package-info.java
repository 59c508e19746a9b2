/** Rules over the whole app, and the model that they read. */
@NullMarked
package dev.gantry.check;

import org.jspecify.annotations.NullMarked;
