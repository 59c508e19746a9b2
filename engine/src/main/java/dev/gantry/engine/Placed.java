package dev.gantry.engine;

import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.GeneratedSecrets;
import dev.gantry.engine.release.Membership;
import dev.gantry.engine.release.StackHome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of the program, and where it goes on this server.
 *
 * @param object complete with its namespace
 * @param ref where it goes
 * @param served whether the server knows its kind already; otherwise the release defines it
 * @param generated what is made at random in it; {@code null} for an object of a manifest
 */
record Placed(
        DesiredObject object,
        ObjectRef ref,
        boolean served,
        @Nullable GeneratedSecret generated) {

    /** Where the generated Secrets of a release go. */
    static List<Placed> generated(Release release, Membership home) {
        List<Placed> targets = new ArrayList<>();
        for (GeneratedSecret secret : release.stack().generatedSecrets()) {
            DesiredObject object = GeneratedSecrets.object(secret, home);
            ResourceId id = object.id();
            ObjectRef ref = new ObjectRef(StackHome.SECRETS, id.namespace(), id.name());
            targets.add(new Placed(object, ref, true, secret));
        }
        return targets;
    }
}
