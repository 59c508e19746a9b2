package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.drift.DriftedField;
import dev.gantry.engine.drift.Drifts;
import dev.gantry.engine.drift.ObjectStatus;
import dev.gantry.engine.drift.StackStatus;
import dev.gantry.engine.problem.Rejection;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.GeneratedSecrets;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.History;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.engine.release.lock.Holder;
import dev.gantry.engine.release.lock.Locks;
import dev.gantry.engine.status.Readiness;
import dev.gantry.engine.status.Statuses;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a stack from three sides: what was applied last, what is there, and what the program says now. Writes nothing. Whether
 * a live object is as it was applied says the server, which is asked to try that apply once more; so a quantity that is written in
 * another way, or a field that it fills in, is no difference.
 */
final class Inspection {

    private final Session session;
    private final Cluster cluster;
    private final LiveSurroundings surroundings;

    Inspection(Session session) {
        this.session = session;
        this.cluster = session.cluster();
        this.surroundings = new LiveSurroundings(cluster);
    }

    /** How a stack is. */
    StackStatus of(StackHome home, Release program) {
        Inventory inventory = Inventory.read(cluster, home);
        History history = session.history(home);
        Optional<Holder> holder = Locks.holder(cluster, session.time(), home);
        List<Revision> revisions = inventory.exists() ? history.list(holder.isPresent()) : List.of();
        Map<ResourceId, Placed> wanted = targets(program, home);
        Map<ResourceId, Placed> applied = targets(applied(inventory, history, program), home);
        Map<ResourceId, Placed> all = new LinkedHashMap<>(applied);
        all.putAll(wanted);
        List<Placed> served = all.values().stream().filter(Placed::served).toList();
        Map<ResourceId, ObjectStatus> seen = new LiveObjects(session, inventory).each(served, (placed, live) -> {
            ResourceId id = placed.object().id();
            return status(home, placed, object(wanted.get(id)), object(applied.get(id)), live.orElse(null));
        });
        List<ObjectStatus> objects = new ArrayList<>();
        all.forEach((id, placed) -> objects.add(
                seen.containsKey(id)
                        ? seen.get(id)
                        : new ObjectStatus(
                                id,
                                placed.object().origin(),
                                pending(object(wanted.get(id)), object(applied.get(id))),
                                false,
                                List.of(),
                                null)));
        return new StackStatus(
                home.stack(),
                home.namespace(),
                revisions.isEmpty() ? null : revisions.get(0),
                inventory.revision(),
                holder.map(Holder::name).orElse(null),
                objects);
    }

    private ObjectStatus status(
            StackHome home,
            Placed placed,
            @Nullable DesiredObject wanted,
            @Nullable DesiredObject applied,
            @Nullable ObjectNode live) {
        ResourceId id = placed.object().id();
        List<DriftedField> drift = List.of();
        Readiness readiness = null;
        if (live != null) {
            readiness = readiness(placed, live);
            // What a generated Secret holds was never applied: whoever changes it has changed nothing of the program's.
            if (applied != null && placed.generated() == null) {
                drift = Drifts.between(again(home, placed, applied, live), live);
            }
        }
        return new ObjectStatus(
                id, wanted == null ? null : wanted.origin(), pending(wanted, applied), live != null, drift, readiness);
    }

    private Readiness readiness(Placed placed, ObjectNode live) {
        Readiness readiness = Statuses.of(
                live, session.time().now(), surroundings.of(placed.ref().resource(), live));
        GeneratedSecret secret = placed.generated();
        List<String> missing = secret == null ? List.of() : GeneratedSecrets.missingKeys(secret, live);
        return missing.isEmpty() || !readiness.isReady()
                ? readiness
                : Readiness.inProgress("it has no value for " + String.join(", ", missing));
    }

    /** The live object as it would be if it were applied once more as it was; itself, if the server will not say. */
    private ObjectNode again(StackHome home, Placed placed, DesiredObject applied, ObjectNode live) {
        try {
            return cluster.write(Write.apply(placed.ref(), home.member(applied.tree()), FieldManager.PROGRAM)
                            .forced()
                            .onlyTried())
                    .object();
        } catch (ApiFailure e) {
            if (!Rejection.isAboutObject(e)) {
                throw e;
            }
            return live;
        }
    }

    private static ObjectStatus.Pending pending(@Nullable DesiredObject wanted, @Nullable DesiredObject applied) {
        if (applied == null) {
            return ObjectStatus.Pending.NEW;
        }
        if (wanted == null) {
            return ObjectStatus.Pending.REMOVED;
        }
        return wanted.isSame(applied) ? ObjectStatus.Pending.NOTHING : ObjectStatus.Pending.CHANGED;
    }

    private static Release applied(Inventory inventory, History history, Release program) {
        if (inventory.revision() == 0) {
            return program.emptied();
        }
        try {
            return history.read(inventory.revision());
        } catch (FindingsException e) {
            return program
                    .emptied(); // It was trimmed or recorded without contents: all that can be told is what is there.
        }
    }

    /** Where the objects of a release go, generated Secrets too, by identity. */
    private Map<ResourceId, Placed> targets(Release release, StackHome home) {
        Map<ResourceId, Placed> byId = new LinkedHashMap<>();
        new Placement(cluster.discovery(), List.of(release), session.namespace())
                .place(release)
                .forEach(placed -> byId.put(placed.object().id(), placed));
        Placed.generated(release, home)
                .forEach(placed -> byId.put(placed.object().id(), placed));
        return byId;
    }

    private static @Nullable DesiredObject object(@Nullable Placed placed) {
        return placed == null ? null : placed.object();
    }
}
