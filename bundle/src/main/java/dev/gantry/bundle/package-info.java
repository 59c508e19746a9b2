/** What a run produced, as a directory of versioned files. Knows no Kubernetes and no Maven. */
@NullMarked
package dev.gantry.bundle;

import org.jspecify.annotations.NullMarked;
