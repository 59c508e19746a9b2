/** The goals of the Maven plugin. They start the user's program in a class loader of its own, and know it by nothing but strings. */
@NullMarked
package dev.gantry.maven;

import org.jspecify.annotations.NullMarked;
