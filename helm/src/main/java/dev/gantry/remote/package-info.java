/** Gets charts and files from other places: repositories of charts, OCI registries, and web servers. It knows nothing of Maven. */
@NullMarked
package dev.gantry.remote;

import org.jspecify.annotations.NullMarked;
