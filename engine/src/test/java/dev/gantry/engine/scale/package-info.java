/** How long large stacks take, and how much memory; against kubectl. Run by hand, never by the build. */
@org.jspecify.annotations.NullMarked
package dev.gantry.engine.scale;
