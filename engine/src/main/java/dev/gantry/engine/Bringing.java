package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.order.Wave;
import dev.gantry.engine.order.Waves;
import dev.gantry.engine.problem.Asker;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.problem.Rejection;
import dev.gantry.engine.problem.Unserved;
import dev.gantry.engine.release.GeneratedSecrets;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.prune.KeepAnnotations;
import dev.gantry.engine.status.Readiness;
import dev.gantry.engine.status.Statuses;
import dev.gantry.engine.status.Surroundings;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One time that the objects of a custom resource are made what they should be. */
final class Bringing {

    private static final String LEAVING = "its custom resource is being deleted";

    private final Cluster cluster;
    private final Time time;
    private final Unchanged unchanged;
    private final Departed departed;
    private final Owner owner;
    private final KnownObjects known;
    private final Predicate<ApiResource> kept;
    private final Map<ResourceId, OwnedOutcome.State> states = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();

    Bringing(
            Cluster cluster,
            Time time,
            Unchanged unchanged,
            Departed departed,
            Owner owner,
            KnownObjects known,
            Predicate<ApiResource> kept) {
        this.cluster = cluster;
        this.time = time;
        this.unchanged = unchanged;
        this.departed = departed;
        this.owner = owner;
        this.known = known;
        this.kept = kept;
    }

    OwnedOutcome run(Release release) {
        List<Placed> placed = place(release);
        List<ResourceId> deleted = List.of();
        if (findings.isEmpty() && !isOwnerLeaving(placed)) {
            Leftovers leftovers = new Leftovers(cluster, owner, known, kept);
            leftovers.release(placed);
            if (apply(placed)) {
                deleted = leftovers.delete(placed);
            }
        }
        return new OwnedOutcome(List.copyOf(states.values()), findings, notes, deleted);
    }

    private List<Placed> place(Release release) {
        Placement placement = new Placement(
                cluster.discovery(), List.of(release), possession(false).namespace());
        List<Placed> placed = new ArrayList<>(Placed.generated(release, possession(false)));
        placed.addAll(placement.place(release));
        if (!placement.homeless().isEmpty()) {
            cluster.discoverAgain(); // It may be served by now, which the next call will know.
            placement.homeless().forEach(object -> findings.add(Unserved.finding(object, cluster.discovery())));
        }
        for (Placed each : placed) {
            Possessions.ofWanted(owner, each, known).ifPresent(findings::add);
        }
        return placed;
    }

    /** What is gone that was there may have gone with the custom resource, before its own end was told. Nothing must be left behind then. */
    private boolean isOwnerLeaving(List<Placed> placed) {
        boolean lost = placed.stream()
                .anyMatch(each ->
                        unchanged.knows(each.ref()) && known.get(each.ref()).isEmpty());
        if (!lost) {
            return false;
        }
        boolean stays = departed.isThere(owner);
        if (!stays) {
            placed.forEach(each -> pend(each.object().id(), LEAVING));
        }
        return !stays;
    }

    /** Applies wave by wave, and answers whether all of it is there. */
    private boolean apply(List<Placed> placed) {
        Map<DesiredObject, Placed> byObject = new LinkedHashMap<>();
        placed.forEach(each -> byObject.put(each.object(), each));
        Waves waves = Waves.of(List.copyOf(byObject.keySet()));
        findings.addAll(waves.findings());
        boolean complete = findings.isEmpty();
        for (Wave wave :
                waves.stacks().stream().flatMap(stack -> stack.waves().stream()).toList()) {
            Optional<ResourceId> missing = complete
                    ? wave.awaited().stream().filter(id -> !isReady(id)).findFirst()
                    : Optional.empty();
            complete &= missing.isEmpty();
            for (DesiredObject object : wave.objects()) {
                if (complete) {
                    apply(Objects.requireNonNull(byObject.get(object)));
                } else {
                    missing.ifPresent(id -> pend(object.id(), "it waits for " + id));
                }
            }
            complete &= findings.isEmpty() && wave.objects().stream().allMatch(object -> isThere(object.id()));
        }
        return complete;
    }

    private void apply(Placed placed) {
        ObjectNode seen = known.get(placed.ref()).orElse(null);
        Possession possession = possession(outlives(placed, seen));
        ObjectNode wanted = possession.member(placed.object().tree());
        String digest = Unchanged.digest(wanted);
        if (seen != null && unchanged.is(placed.ref(), digest, seen)) {
            state(placed, seen);
            return;
        }
        try {
            ObjectNode live = seen != null ? seen : cluster.get(placed.ref()).orElse(null);
            GeneratedSecret secret = placed.generated();
            Possessions.Objection objection =
                    live == null ? Possessions.Objection.NONE : Possessions.ofLive(owner, placed, live);
            if (objection.finding() != null) {
                findings.add(objection.finding());
            } else if (live == null && departed.contains(owner)) {
                pend(placed.object().id(), LEAVING);
            } else if (objection.pause() != null) {
                pend(placed.object().id(), objection.pause());
            } else {
                ObjectNode now = secret != null
                        ? new GeneratedSecrets(cluster, possession).write(secret)
                        : applied(placed, possession, live);
                unchanged.remember(placed.ref(), owner, digest, now);
                known.written(placed.ref(), now, seen);
                state(placed, now);
            }
        } catch (FindingsException e) {
            findings.addAll(e.findings());
        } catch (ApiFailure e) {
            unchanged.forget(placed.ref());
            // A conflict is one with whoever has just made it: the next call sees whose it is.
            if (e.mayPass() || e.isConflict() || !Rejection.isAboutObject(e)) {
                throw e;
            }
            findings.addAll(FailureFindings.of(e, placed.object(), Asker.OPERATOR));
        }
    }

    /** By force only where somebody has set a field of an object that the operator has made, or was given: there the custom resource decides. */
    private ObjectNode applied(Placed placed, Possession possession, @Nullable ObjectNode live) {
        Application application = new Application(cluster, possession);
        try {
            return application.apply(placed, false, notes::add);
        } catch (ApiFailure e) {
            if (!e.isConflict() || live == null || !owner.mayHave(ObjectMeta.of(live))) {
                throw e;
            }
            ObjectNode now = application.apply(placed, true, notes::add);
            notes.add(Possessions.changedBack(owner, placed, live, Rejection.conflicts(e)));
            return now;
        }
    }

    private Possession possession(boolean outlives) {
        return new Possession(owner, outlives);
    }

    private boolean outlives(Placed placed, @Nullable ObjectNode seen) {
        return kept.test(placed.ref().resource())
                || KeepAnnotations.of(ObjectMeta.of(placed.object().tree())) != null
                || (seen != null && KeepAnnotations.of(ObjectMeta.of(seen)) != null);
    }

    private void state(Placed placed, ObjectNode live) {
        Readiness readiness = Statuses.of(live, time.now(), Surroundings.none());
        states.put(placed.object().id(), new OwnedOutcome.State(placed.object().id(), live, readiness));
    }

    private void pend(ResourceId id, String why) {
        states.put(id, new OwnedOutcome.State(id, null, Readiness.inProgress(why)));
    }

    private boolean isThere(ResourceId id) {
        OwnedOutcome.State state = states.get(id);
        return state != null && state.live() != null;
    }

    private boolean isReady(ResourceId id) {
        OwnedOutcome.State state = states.get(id);
        return state != null && state.readiness().isReady();
    }
}
