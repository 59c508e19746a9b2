/**
 * Real Helm inside the JVM, for charts that a program has made. It knows nothing of programs and of Maven: what it is given
 * are folders.
 */
@NullMarked
package dev.gantry.helm;

import org.jspecify.annotations.NullMarked;
