/** Server-side apply: who owns which field, and what comes of applying a configuration. */
@NullMarked
package dev.gantry.fake.apply;

import org.jspecify.annotations.NullMarked;
