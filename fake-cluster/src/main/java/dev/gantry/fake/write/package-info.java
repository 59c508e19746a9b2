/** What happens to an object between a request and the store. */
@NullMarked
package dev.gantry.fake.write;

import org.jspecify.annotations.NullMarked;
