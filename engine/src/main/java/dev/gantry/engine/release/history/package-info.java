/** What was applied before, revision by revision. */
@NullMarked
package dev.gantry.engine.release.history;

import org.jspecify.annotations.NullMarked;
