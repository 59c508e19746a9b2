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
    Prediction(
            Cluster cluster,
            EngineOptions options,
            Time time,
            StackHome home,
            Ownership ownership,
            List<DesiredObject> objects) {
        this.cluster = cluster;
        this.options = options;
        this.home = home;
        this.ownership = ownership;
        this.time = time;
        this.effects = Effects.among(objects, restarting::contains);
        this.surroundings = new LiveSurroundings(cluster);
        this.generated = new GeneratedSecrets(cluster, home);
    }

    /** What would come of applying this object to the live one. */
    Result of(Target target, Optional<ObjectNode> live) {
        GeneratedSecret secret = target.generated();
        Result result = secret == null ? ofManifest(target, live) : ofGenerated(target, secret, live.orElse(null));
        return live.isEmpty()
                ? result
                : new Result(
                        result.step(),
                        result.findings(),
                        ObjectMeta.of(live.get()).uid(),
                        Statuses.of(
                                        live.get(),
                                        time.now(),
                                        surroundings.of(target.ref().resource(), live.get()))
                                .state());
    }

    private Result ofGenerated(Target target, GeneratedSecret secret, @Nullable ObjectNode live) {
        Optional<Finding> objection = generated.finding(secret, live);
        if (objection.isPresent()) {
            return Result.refused(new Step.Rejected(target.object()), List.of(objection.get()));
        }
        List<String> values = generated.toGenerate(secret, live);
        if (live == null) {
            return Result.of(new Step.Create(target.object(), values));
        }
        return Result.of(
                values.isEmpty()
                        ? new Step.Unchanged(target.object())
                        : new Step.Update(target.object(), List.of(), List.of(), List.of(), values));
    }

    private Result ofManifest(Target target, Optional<ObjectNode> live) {
        List<Finding> objections = new ArrayList<>();
        live.ifPresent(object -> {
            ownership.of(target.object(), object).ifPresent(objections::add);
            if (object.path("metadata").has("deletionTimestamp")) {
                objections.add(beingDeleted(target));
            }
        });
        if (!objections.isEmpty()) {
            return Result.refused(new Step.Rejected(target.object()), objections);
        }
        Write write = Write.apply(target.ref(), home.member(target.object().tree()), FieldManager.PROGRAM)
                .onlyTried();
        try {
            return Result.of(step(target, live, cluster.write(write), List.of()));
        } catch (ApiFailure e) {
            return e.isConflict() ? conflict(target, live, write, e) : refused(target, live, e);
        }
    }

    private Result conflict(Target target, Optional<ObjectNode> live, Write write, ApiFailure failure) {
        List<Contested> fields = Rejection.conflicts(failure).stream()
                .map(owned -> new Contested(owned.field(), owned.manager()))
                .toList();
        if (!options.forceConflicts().contains(target.object().id())) {
            return Result.refused(
                    new Step.Conflict(target.object(), fields), FailureFindings.of(failure, target.object()));
        }
        try {
            return Result.of(step(target, live, cluster.write(write.forced()), fields));
        } catch (ApiFailure e) {
            return refused(target, live, e);
        }
    }

    private Result refused(Target target, Optional<ObjectNode> live, ApiFailure failure) {
        if (!Rejection.isAboutObject(failure)) {
            throw failure;
        }
        ResourceId id = target.object().id();
        if (Rejection.rule(failure) == ClusterRule.NO_DRY_RUN) {
            List<String> notes = List.of("what becomes of it is not known, since a webhook allows no dry run");
            Step.Wanted untried = live.isEmpty()
                    ? new Step.Create(target.object(), notes)
                    : new Step.Update(target.object(), List.of(), List.of(), List.of(), notes);
            return new Result(untried, FailureFindings.of(failure, target.object()), "", null);
        }
        boolean recreate = live.isPresent()
                && Rejection.isImmutable(failure)
                && options.recreate().contains(id)
                && !NEVER_RECREATED.contains(id.kind());
        if (!recreate) {
            return Result.refused(new Step.Rejected(target.object()), FailureFindings.of(failure, target.object()));
        }
        try {
            Written made = new Recreation(cluster, home).tried(target);
            List<FieldChange> changes = Difference.between(live.get(), made.object());
            List<String> consequences =
                    effects.ofRecreation(live.get(), target.object().tree());
            restarting.add(id);
            return Result.of(new Step.Recreate(target.object(), changes, consequences, failure.message()));
        } catch (ApiFailure e) {
            return Result.refused(new Step.Rejected(target.object()), FailureFindings.of(e, target.object()));
        }
    }

    private Step.Wanted step(Target target, Optional<ObjectNode> live, Written written, List<Contested> taken) {
        ResourceId id = target.object().id();
        if (live.isEmpty()) {
            restarting.add(id);
            return new Step.Create(target.object(), written.warnings());
        }
        ObjectNode merged = written.object();
        List<String> notes = new ArrayList<>(written.warnings());
        if (Takeover.isNeeded(live.get())) {
            notes.add("takes over from kubectl apply; what it had set and the program has not is removed");
            merged = Takeover.foreseen(live.get(), target.object().tree(), merged);
        }
        List<FieldChange> changes = new ArrayList<>(Difference.between(live.get(), merged));
        boolean joins = changes.removeIf(change -> change.path().equals(MEMBERSHIP));
        if (joins) {
            notes.add("becomes part of this stack");
        }
        JsonNode own = owned(live.get());
        boolean same = changes.isEmpty() && notes.isEmpty() && taken.isEmpty();
        if (same && own != null && own.equals(owned(written.object()))) {
            return new Step.Unchanged(target.object());
        }
        if (Effects.restartsPods(live.get(), merged)) {
            restarting.add(id);
        }
        return new Step.Update(target.object(), changes, effects.ofUpdate(live.get(), merged), taken, notes);
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

    private static Finding beingDeleted(Target target) {
        return Finding.of(ApplyRule.BEING_DELETED, target.object().id() + " is being deleted.")
                .on(target.object().id().toString(), null)
                .at(target.object().origin())
                .hint(
                        "Wait until it is gone, and apply again. If it does not go, something has to remove its finalizers.");
    }
}
