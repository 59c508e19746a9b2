/** The Pod Security Standards: what they ask of pods, and how pods come to meet them. */
@NullMarked
package dev.gantry.security;

import org.jspecify.annotations.NullMarked;
