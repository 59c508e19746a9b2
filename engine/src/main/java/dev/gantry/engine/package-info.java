/** Brings a bundle to a cluster. {@code Engine} is the face; it deploys what it reads, and does not know what made it. */
@NullMarked
package dev.gantry.engine;

import org.jspecify.annotations.NullMarked;
