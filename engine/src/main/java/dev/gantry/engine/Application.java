package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import dev.gantry.engine.release.Membership;
import dev.gantry.finding.Finding;
import java.util.function.Consumer;

/** Applies objects as members of something, and takes over what {@code kubectl apply} has set on them. */
final class Application {

    private final Cluster cluster;
    private final Membership membership;

    Application(Cluster cluster, Membership membership) {
        this.cluster = cluster;
        this.membership = membership;
    }

    /**
     * Applies an object.
     *
     * @param force whether fields of other managers are taken over
     * @param notes is given what is worth knowing
     * @return the object as it is now, or was before fields of {@code kubectl apply} went
     */
    ObjectNode apply(Placed placed, boolean force, Consumer<Finding> notes) {
        Write write =
                Write.apply(placed.ref(), membership.member(placed.object().tree()), membership.manager());
        Write sent = force ? write.forced() : write;
        Written written = cluster.write(sent);
        if (Takeover.isNeeded(written.object())) {
            new Takeover(cluster, membership.manager())
                    .run(placed.ref(), written.object(), sent)
                    .map(finding -> finding.in(null, membership.stack())
                            .on(placed.object().toString(), null)
                            .at(placed.object().origin()))
                    .ifPresent(notes);
        }
        return written.object();
    }
}
