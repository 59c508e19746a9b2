/** What a program takes from other places, pinned by version and digest in a file that is committed with copies of it. */
@NullMarked
package dev.gantry.lock;

import org.jspecify.annotations.NullMarked;
