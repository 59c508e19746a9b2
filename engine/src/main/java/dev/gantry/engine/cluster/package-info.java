/** The API server, behind a small port. The only package that knows HTTP and fabric8's client. */
@NullMarked
package dev.gantry.engine.cluster;

import org.jspecify.annotations.NullMarked;
