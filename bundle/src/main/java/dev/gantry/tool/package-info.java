/** What a run of a program may ask of whoever started it: things that need programs of others, such as Helm. */
@NullMarked
package dev.gantry.tool;

import org.jspecify.annotations.NullMarked;
