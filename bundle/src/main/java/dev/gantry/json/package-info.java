/** JSON as this project writes and reads it: by hand, as a stream, the same bytes on every system. */
@NullMarked
package dev.gantry.json;

import org.jspecify.annotations.NullMarked;
