/** A custom resource becomes a stack: operators made of the code that programs are made of. */
@NullMarked
package dev.gantry.operator;

import org.jspecify.annotations.NullMarked;
