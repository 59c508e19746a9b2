/** What a change means for what runs, in words. One class a topic; each looks at trees, and knows no cluster. */
@NullMarked
package dev.gantry.engine.plan.effect;

import org.jspecify.annotations.NullMarked;
