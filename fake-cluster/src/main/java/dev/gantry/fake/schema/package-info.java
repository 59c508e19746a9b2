/** Which fields objects have, and how lists and maps are merged. */
@NullMarked
package dev.gantry.fake.schema;

import org.jspecify.annotations.NullMarked;
