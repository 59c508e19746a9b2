/** Trees of JSON: reading them, and finding one's way in them. */
@NullMarked
package dev.gantry.fake.json;

import org.jspecify.annotations.NullMarked;
