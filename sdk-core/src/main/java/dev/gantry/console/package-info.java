/** The terminal of a run that has a Java process to itself: the only place of the SDK that prints. */
@NullMarked
package dev.gantry.console;

import org.jspecify.annotations.NullMarked;
