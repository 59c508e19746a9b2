/** The classes of a program as files: which blueprints they hold, what they call, and their digest. */
@NullMarked
package dev.gantry.program;

import org.jspecify.annotations.NullMarked;
