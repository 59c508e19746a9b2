/** Who may talk to whom in the mesh, and how they prove who they are. */
@NullMarked
package dev.gantry.istio.security;

import org.jspecify.annotations.NullMarked;
