/** What the server says that it serves. */
@NullMarked
package dev.gantry.fake.discovery;

import org.jspecify.annotations.NullMarked;
