package dev.gantry.engine;

import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;
import org.jspecify.annotations.Nullable;

/**
 * An object of the program, and where it goes on this server.
 *
 * @param object complete with its namespace
 * @param ref where it goes
 * @param served whether the server knows its kind already; otherwise the release defines it
 * @param generated what is made at random in it; {@code null} for an object of a manifest
 */
record Target(
        DesiredObject object,
        ObjectRef ref,
        boolean served,
        @Nullable GeneratedSecret generated) {}
