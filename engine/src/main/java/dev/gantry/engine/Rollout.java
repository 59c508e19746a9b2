package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.order.Wave;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.problem.Unserved;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.Progress;
import dev.gantry.engine.status.Readiness;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies the objects of a stack wave by wave, and waits for them. */
final class Rollout {

    /** A server needs a moment before it serves a kind that it says is established. */
    private static final Duration SERVED_AFTER = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Cluster cluster;
    private final Cluster determined;
    private final EngineOptions options;
    private final Time time;
    private final Progress progress;
    private final Runnable goOn;
    private final StackWork work;
    private final Time watched;
    private final Waiting waiting;
    private final Instant deadline;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<ResourceId, Target> targets;
    private final Map<ResourceId, Prediction.Result> forecasts;
    private final Set<ResourceId> ready = new HashSet<>();

    /**
     * The rollout of a stack.
     *
     * @param determined the same cluster, for what must be brought to an end once it is begun
     * @param goOn is asked before each write; throws if the run must not go on
     * @param deadline when all has to be ready
     */
    Rollout(
            Cluster cluster,
            Cluster determined,
            EngineOptions options,
            Time time,
            Progress progress,
            StackWork work,
            Stop stop,
            Runnable goOn,
            Instant deadline) {
        this.cluster = cluster;
        this.determined = determined;
        this.options = options;
        this.time = time;
        this.progress = progress;
        this.goOn = goOn;
        this.work = work;
        this.watched = stop.watched(time);
        this.waiting = new Waiting(cluster, watched, progress, stop, work.home());
        this.deadline = deadline;
        this.targets = new HashMap<>(work.targets());
        this.forecasts = new HashMap<>(work.forecasts());
    }

    /** Applies all waves, and waits until all is ready; after the first failure it goes no further. */
    List<Finding> run() throws InterruptedException {
        int number = 0;
        for (Wave wave : work.waves()) {
            number++;
            await(wave.awaited());
            if (!failed()) {
                progress.on(new Event.WaveStarted(
                        work.home().stack(),
                        number,
                        work.waves().size(),
                        wave.objects().size()));
                forecast(wave);
            }
            if (!failed()) {
                apply(wave.objects());
            }
            if (failed()) {
                return findings;
            }
        }
        return awaitAll();
    }

    /** Applies one object before all others, and waits for it. */
    List<Finding> first(DesiredObject object) throws InterruptedException {
        apply(List.of(object));
        if (!failed()) {
            await(List.of(object.id()));
        }
        return findings;
    }

    /** Waits for what is not ready. */
    List<Finding> awaitAll() throws InterruptedException {
        if (options.waits()) {
            List<Watched> left = new ArrayList<>();
            for (Wave wave : work.waves()) {
                for (DesiredObject object : wave.objects()) {
                    if (!isReady(object.id())) {
                        left.add(Watched.of(target(object)));
                    }
                }
            }
            findings.addAll(waiting.until(left, deadline));
        }
        return findings;
    }

    /** Whether it was ready when the plan was made, and nothing was done to it since. */
    private boolean isReady(ResourceId id) {
        Prediction.Result forecast = forecasts.get(id);
        boolean wasReady = forecast != null
                && forecast.step() instanceof Step.Unchanged
                && forecast.readiness() == Readiness.State.READY;
        return wasReady || ready.contains(id);
    }

    private boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** Waits for what the next wave needs; of other stacks too. */
    private void await(List<ResourceId> ids) throws InterruptedException {
        List<Watched> needed = new ArrayList<>();
        boolean definitions = false;
        for (ResourceId id : ids) {
            Target target = targets.get(id);
            if (target != null && !isReady(id)) {
                needed.add(Watched.of(target));
            } else if (target == null) {
                foreign(id).ifPresent(needed::add);
            }
            definitions |= id.kind().equals("CustomResourceDefinition");
        }
        findings.addAll(waiting.until(needed, deadline));
        if (!failed()) {
            ready.addAll(ids);
        }
        if (definitions) {
            cluster.discoverAgain();
        }
    }

    private Optional<Watched> foreign(ResourceId id) {
        return cluster.discovery()
                .resource(id.apiVersion(), id.kind())
                .map(resource -> new Watched(new ObjectRef(resource, id.namespace(), id.name()), id, null, null));
    }

    /** Plans what could not be planned before, since its kind or its namespace was not there. */
    private void forecast(Wave wave) throws InterruptedException {
        List<Target> unknown = new ArrayList<>();
        for (DesiredObject object : wave.objects()) {
            if (!forecasts.containsKey(object.id())) {
                unknown.add(served(target(object)));
            }
        }
        if (unknown.isEmpty() || failed()) {
            return;
        }
        Prediction prediction = new Prediction(
                cluster,
                options,
                time,
                work.home(),
                work.ownership(),
                work.release().objects());
        new Forecast(new LiveObjects(cluster, options.parallel(), work.inventory()))
                .of(unknown, prediction)
                .forEach((id, result) -> {
                    forecasts.put(id, result);
                    findings.addAll(result.findings());
                });
    }

    private Target served(Target target) throws InterruptedException {
        if (target.served()) {
            return target;
        }
        DesiredObject object = target.object();
        Instant limit = time.now().plus(SERVED_AFTER);
        Optional<ApiResource> resource;
        while (true) {
            resource = cluster.discovery()
                    .resource(object.id().apiVersion(), object.id().kind());
            if (resource.isPresent() || time.now().isAfter(limit)) {
                break;
            }
            watched.sleep(PAUSE);
            cluster.discoverAgain();
        }
        if (resource.isEmpty()) {
            findings.add(Unserved.finding(object, cluster.discovery()));
            return target;
        }
        ObjectRef ref = new ObjectRef(
                resource.get(), object.id().namespace(), object.id().name());
        Target now = new Target(object, ref, true, null);
        targets.put(object.id(), now);
        return now;
    }

    private void apply(List<DesiredObject> objects) {
        List<Applying.Job> jobs = new ArrayList<>();
        for (DesiredObject object : objects) {
            Prediction.Result forecast = forecasts.get(object.id());
            if (forecast != null && !ready.contains(object.id())) {
                jobs.add(new Applying.Job(target(object), forecast.step(), forecast.uid()));
            }
        }
        findings.addAll(new Applying(cluster, determined, options, time, progress, goOn, work.home()).run(jobs));
    }

    private Target target(DesiredObject object) {
        Target target = targets.get(object.id());
        return target != null ? target : work.target(object);
    }
}
