/** What was deployed before: inventory, lock and history, kept in the cluster. */
@NullMarked
package dev.gantry.engine.release;

import org.jspecify.annotations.NullMarked;
