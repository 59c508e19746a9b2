/** What the program no longer has: which of it is deleted, which stays, and the deleting. */
@NullMarked
package dev.gantry.engine.release.prune;

import org.jspecify.annotations.NullMarked;
