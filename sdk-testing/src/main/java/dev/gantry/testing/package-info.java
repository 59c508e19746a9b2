/** Tests of blueprints: approved snapshots, and assertions over what a blueprint makes. */
@NullMarked
package dev.gantry.testing;

import org.jspecify.annotations.NullMarked;
