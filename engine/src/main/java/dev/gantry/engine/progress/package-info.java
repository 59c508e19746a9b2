/** What happens while the engine works, as data and as text. */
@NullMarked
package dev.gantry.engine.progress;

import org.jspecify.annotations.NullMarked;
