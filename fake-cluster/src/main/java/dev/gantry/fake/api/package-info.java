/** Requests to the API server and their answers. */
@NullMarked
package dev.gantry.fake.api;

import org.jspecify.annotations.NullMarked;
