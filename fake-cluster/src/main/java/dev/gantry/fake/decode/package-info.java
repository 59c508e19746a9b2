/** Reading objects of kinds: which fields are not known, twice there, or of another type. */
@NullMarked
package dev.gantry.fake.decode;

import org.jspecify.annotations.NullMarked;
