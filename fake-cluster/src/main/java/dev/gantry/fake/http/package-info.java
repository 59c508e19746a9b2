/** A small HTTP server. */
@NullMarked
package dev.gantry.fake.http;

import org.jspecify.annotations.NullMarked;
