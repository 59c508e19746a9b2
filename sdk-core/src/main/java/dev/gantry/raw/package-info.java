/** Objects and edits that come from fabric8's model or from YAML. */
@NullMarked
package dev.gantry.raw;

import org.jspecify.annotations.NullMarked;
