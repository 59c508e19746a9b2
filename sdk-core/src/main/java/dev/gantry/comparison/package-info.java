/** What differs between environments: their settings, and what of the resources each setting moves. */
@NullMarked
package dev.gantry.comparison;

import org.jspecify.annotations.NullMarked;
