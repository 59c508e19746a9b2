/** Volumes that outlive pods, and what claims them. */
@NullMarked
package dev.gantry.storage;

import org.jspecify.annotations.NullMarked;
