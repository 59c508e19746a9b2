package dev.gantry.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.plan.Contested;
import dev.gantry.engine.plan.Difference;
import dev.gantry.engine.plan.FieldChange;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.plan.effect.Effects;
import dev.gantry.engine.problem.ClusterRule;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.problem.Rejection;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.GeneratedSecrets;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.Ownership;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.status.Readiness;
import dev.gantry.engine.status.Statuses;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Asks the server what would come of applying an object, and says it as a step of the plan. */
final class Prediction {

    /** Kinds that hold what cannot be made again: their data, or everything in them. */
    private static final Set<String> NEVER_RECREATED =
            Set.of("PersistentVolumeClaim", "Namespace", "CustomResourceDefinition");

    private static final String JOINS = "becomes part of this stack";
    private static final String MEMBERSHIP = "metadata.labels[\"" + ApplySet.PART_OF + "\"]";

    private final Cluster cluster;
    private final EngineOptions options;
    private final StackHome home;
    private final Ownership ownership;
    private final Time time;
    private final Effects effects;
    private final Set<ResourceId> restarting = ConcurrentHashMap.newKeySet();
    private final LiveSurroundings surroundings;
    private final GeneratedSecrets generated;

    /**
     * What is predicted for one object.
     *
     * @param findings what stands against it
     * @param uid of the live object; empty if there is none
     * @param readiness of the live object; {@code null} if there is none
     */
    record Result(Step.Wanted step, List<Finding> findings, String uid, Readiness.@Nullable State readiness) {

        static Result of(Step.Wanted step) {
            return new Result(step, List.of(), "", null);
        }

        static Result refused(Step.Wanted step, List<Finding> findings) {
            return new Result(step, findings, "", null);
        }
    }

    /**
     * Predictions for a stack. Those for ConfigMaps and Secrets are to be asked last: whether a change of them takes effect depends on
     * which workloads restart.
     *
     * @param objects all of the run, to know what uses what
     */
    Prediction(Session session, StackHome home, Ownership ownership, List<DesiredObject> objects) {
        this.cluster = session.cluster();
        this.options = session.options();
        this.time = session.time();
        this.home = home;
        this.ownership = ownership;
        this.effects = Effects.among(objects, restarting::contains);
        this.surroundings = new LiveSurroundings(cluster);
        this.generated = new GeneratedSecrets(cluster, home);
    }

    /** What would come of applying this object to the live one. */
    Result of(Placed placed, Optional<ObjectNode> live) {
        GeneratedSecret secret = placed.generated();
        Result result = secret == null ? ofManifest(placed, live) : ofGenerated(placed, secret, live.orElse(null));
        return live.isEmpty()
                ? result
                : new Result(
                        result.step(),
                        result.findings(),
                        ObjectMeta.of(live.get()).uid(),
                        Statuses.of(
                                        live.get(),
                                        time.now(),
                                        surroundings.of(placed.ref().resource(), live.get()))
                                .state());
    }

    private Result ofGenerated(Placed placed, GeneratedSecret secret, @Nullable ObjectNode live) {
        List<String> notes = new ArrayList<>(generated.toGenerate(secret, live));
        if (live == null) {
            return Result.of(new Step.Create(placed.object(), notes));
        }
        List<Finding> objections = objections(placed, live);
        generated.finding(secret, live).ifPresent(objections::add);
        if (!objections.isEmpty()) {
            return Result.refused(new Step.Rejected(placed.object()), objections);
        }
        if (generated.joins(live)) {
            notes.add(JOINS);
        }
        return Result.of(
                notes.isEmpty()
                        ? new Step.Unchanged(placed.object())
                        : new Step.Update(placed.object(), List.of(), List.of(), List.of(), notes));
    }

    private List<Finding> objections(Placed placed, ObjectNode live) {
        List<Finding> objections = new ArrayList<>();
        ownership.of(placed.object(), live).ifPresent(objections::add);
        if (live.path("metadata").has("deletionTimestamp")) {
            objections.add(beingDeleted(placed));
        }
        return objections;
    }

    private Result ofManifest(Placed placed, Optional<ObjectNode> live) {
        List<Finding> objections =
                live.map(object -> objections(placed, object)).orElse(List.of());
        if (!objections.isEmpty()) {
            return Result.refused(new Step.Rejected(placed.object()), objections);
        }
        Write write = Write.apply(placed.ref(), home.member(placed.object().tree()), FieldManager.PROGRAM)
                .onlyTried();
        try {
            return Result.of(step(placed, live, cluster.write(write), List.of()));
        } catch (ApiFailure e) {
            return e.isConflict() ? conflict(placed, live, write, e) : refused(placed, live, e);
        }
    }

    private Result conflict(Placed placed, Optional<ObjectNode> live, Write write, ApiFailure failure) {
        List<Contested> fields = Rejection.conflicts(failure).stream()
                .map(owned -> new Contested(owned.field(), owned.manager()))
                .toList();
        if (!options.forceConflicts().contains(placed.object().id())) {
            return Result.refused(
                    new Step.Conflict(placed.object(), fields), FailureFindings.of(failure, placed.object()));
        }
        try {
            return Result.of(step(placed, live, cluster.write(write.forced()), fields));
        } catch (ApiFailure e) {
            return refused(placed, live, e);
        }
    }

    private Result refused(Placed placed, Optional<ObjectNode> live, ApiFailure failure) {
        if (!Rejection.isAboutObject(failure)) {
            throw failure;
        }
        ResourceId id = placed.object().id();
        if (Rejection.rule(failure) == ClusterRule.NO_DRY_RUN) {
            List<String> notes = List.of("what becomes of it is not known, since a webhook allows no dry run");
            Step.Wanted untried = live.isEmpty()
                    ? new Step.Create(placed.object(), notes)
                    : new Step.Update(placed.object(), List.of(), List.of(), List.of(), notes);
            return new Result(untried, FailureFindings.of(failure, placed.object()), "", null);
        }
        boolean recreate = live.isPresent()
                && Rejection.isImmutable(failure)
                && options.recreate().contains(id)
                && !NEVER_RECREATED.contains(id.kind());
        if (!recreate) {
            return Result.refused(new Step.Rejected(placed.object()), FailureFindings.of(failure, placed.object()));
        }
        try {
            Written made = new Recreation(cluster, home).tried(placed);
            List<FieldChange> changes = Difference.between(live.get(), made.object());
            List<String> consequences =
                    effects.ofRecreation(live.get(), placed.object().tree());
            restarting.add(id);
            return Result.of(new Step.Recreate(placed.object(), changes, consequences, failure.message()));
        } catch (ApiFailure e) {
            // Whatever it is: what cannot be tried must not cost the live object.
            List<Finding> reasons = FailureFindings.of(e, placed.object()).stream()
                    .map(reason -> reason.weighed(
                            Severity.ERROR, "the live object is deleted only for one that the server accepts"))
                    .toList();
            return Result.refused(new Step.Rejected(placed.object()), reasons);
        }
    }

    private Step.Wanted step(Placed placed, Optional<ObjectNode> live, Written written, List<Contested> taken) {
        ResourceId id = placed.object().id();
        if (live.isEmpty()) {
            restarting.add(id);
            return new Step.Create(placed.object(), written.warnings());
        }
        ObjectNode merged = written.object();
        List<String> notes = new ArrayList<>();
        if (Takeover.isNeeded(live.get())) {
            notes.add("takes over from kubectl apply; what it had set and the program has not is removed");
            merged = Takeover.foreseen(live.get(), placed.object().tree(), merged);
        }
        List<FieldChange> changes = new ArrayList<>(Difference.between(live.get(), merged));
        boolean joins = changes.removeIf(change -> change.path().equals(MEMBERSHIP));
        if (joins) {
            notes.add(JOINS);
        }
        JsonNode own = owned(live.get());
        boolean same = changes.isEmpty() && notes.isEmpty() && taken.isEmpty();
        if (same && own != null && own.equals(owned(written.object()))) {
            return new Step.Unchanged(placed.object());
        }
        if (Effects.restartsPods(live.get(), merged)) {
            restarting.add(id);
        }
        notes.addAll(written.warnings());
        return new Step.Update(placed.object(), changes, effects.ofUpdate(live.get(), merged), taken, notes);
    }

    /** The fields that Gantry owns; {@code null} if it never applied the object. */
    private static @Nullable JsonNode owned(ObjectNode live) {
        for (JsonNode entry : live.path("metadata").path("managedFields")) {
            if (Takeover.isOwn(entry)) {
                return entry.get("fieldsV1");
            }
        }
        return null;
    }

    private static Finding beingDeleted(Placed placed) {
        return Finding.of(ApplyRule.BEING_DELETED, placed.object().id() + " is being deleted.")
                .on(placed.object().id().toString(), null)
                .at(placed.object().origin())
                .hint(
                        "Wait until it is gone, and apply again. If it does not go, something has to remove its finalizers.");
    }
}
