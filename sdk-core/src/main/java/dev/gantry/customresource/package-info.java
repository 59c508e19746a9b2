/** Definitions of kinds, made of Java classes, and resources of these kinds. */
@NullMarked
package dev.gantry.customresource;

import org.jspecify.annotations.NullMarked;
