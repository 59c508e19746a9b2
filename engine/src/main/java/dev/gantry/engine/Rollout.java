package dev.gantry.engine;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.order.Wave;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.problem.Unserved;
import dev.gantry.engine.progress.Event;
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

    private final Session session;
    private final Cluster cluster;
    private final Cluster determined;
    private final Runnable goOn;
    private final StackWork work;
    private final Waiting waiting;
    private final Instant deadline;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<ResourceId, Placed> targets;
    private final Map<ResourceId, Prediction.Result> forecasts;
    private final Set<ResourceId> ready = new HashSet<>();

    /**
     * The rollout of a stack.
     *
     * @param determined the same cluster, for what must be brought to an end once it is begun
     * @param goOn is asked before each write; throws if the run must not go on
     * @param deadline when all has to be ready
     */
    Rollout(Session session, Cluster determined, StackWork work, Runnable goOn, Instant deadline) {
        this.session = session;
        this.cluster = session.cluster();
        this.determined = determined;
        this.goOn = goOn;
        this.work = work;
        this.waiting = new Waiting(session, work.home());
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
                session.progress()
                        .on(new Event.WaveStarted(
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
        if (session.options().waits()) {
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
            Placed placed = targets.get(id);
            if (placed != null && !isReady(id)) {
                needed.add(Watched.of(placed));
            } else if (placed == null) {
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
        List<Placed> unknown = new ArrayList<>();
        for (DesiredObject object : wave.objects()) {
            if (!forecasts.containsKey(object.id())) {
                unknown.add(served(target(object)));
            }
        }
        if (unknown.isEmpty() || failed()) {
            return;
        }
        Prediction prediction = new Prediction(
                session, work.home(), work.ownership(), work.release().objects());
        new Forecast(new LiveObjects(session, work.inventory()))
                .of(unknown, prediction)
                .forEach((id, result) -> {
                    forecasts.put(id, result);
                    findings.addAll(result.findings());
                });
    }

    private Placed served(Placed placed) throws InterruptedException {
        if (placed.served()) {
            return placed;
        }
        DesiredObject object = placed.object();
        Instant limit = session.time().now().plus(SERVED_AFTER);
        Optional<ApiResource> resource;
        while (true) {
            resource = cluster.discovery()
                    .resource(object.id().apiVersion(), object.id().kind());
            if (resource.isPresent() || session.time().now().isAfter(limit)) {
                break;
            }
            session.watched().sleep(PAUSE);
            cluster.discoverAgain();
        }
        if (resource.isEmpty()) {
            findings.add(Unserved.finding(object, cluster.discovery()));
            return placed;
        }
        ObjectRef ref = new ObjectRef(
                resource.get(), object.id().namespace(), object.id().name());
        Placed now = new Placed(object, ref, true, null);
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
        findings.addAll(new Applying(session, determined, goOn, work.home()).run(jobs));
    }

    private Placed target(DesiredObject object) {
        Placed placed = targets.get(object.id());
        return placed != null ? placed : work.target(object);
    }
}
