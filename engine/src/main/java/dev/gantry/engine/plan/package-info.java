/** What is going to happen, as data and as text. Knows no cluster. */
@NullMarked
package dev.gantry.engine.plan;

import org.jspecify.annotations.NullMarked;
