/**
 * Finds out how the resources of a program depend on its settings, by running it with many of them: templates that say the same
 * for all settings, or which setting moves which field in a way that no template can say.
 */
@NullMarked
package dev.gantry.differencing;

import org.jspecify.annotations.NullMarked;
