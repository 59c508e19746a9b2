package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.Progress;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.GeneratedSecrets;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes the objects of a wave, several at once. The first failure keeps those from being written that were not begun. */
final class Applying {

    private static final Duration LONGEST_DELETION = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Cluster cluster;
    private final EngineOptions options;
    private final Time time;
    private final Progress progress;
    private final Runnable goOn;
    private final StackHome home;
    private final GeneratedSecrets generated;
    private final List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean failed;

    /**
     * Writes for a stack.
     *
     * @param goOn is asked before each write; throws if the run must not go on
     */
    Applying(Cluster cluster, EngineOptions options, Time time, Progress progress, Runnable goOn, StackHome home) {
        this.cluster = cluster;
        this.options = options;
        this.time = time;
        this.progress = progress;
        this.goOn = goOn;
        this.home = home;
        this.generated = new GeneratedSecrets(cluster, home);
    }

    /** An object, and what is to happen to it. */
    record Job(Target target, Step.Wanted step) {}

    /**
     * Does what the plan says.
     *
     * @return what went wrong, and what is worth knowing
     */
    List<Finding> run(List<Job> wave) {
        try (Workers workers = new Workers(options.parallel())) {
            for (Job job : wave) {
                workers.submit(() -> {
                    if (!failed) {
                        apply(job);
                    }
                });
            }
            workers.finish();
        }
        return List.copyOf(findings);
    }

    private void apply(Job job) {
        Target target = job.target();
        try {
            Event.Outcome outcome = switch (job.step().action()) {
                case UNCHANGED -> Event.Outcome.UNCHANGED;
                case CREATE -> write(target, Event.Outcome.CREATED);
                case UPDATE -> write(target, Event.Outcome.CHANGED);
                case RECREATE -> recreate(target);
                case CONFLICT, DEFERRED, REJECTED, PRUNE, KEEP ->
                    throw new IllegalStateException(target.object() + " is not fit to be applied");
            };
            if (!failed) {
                progress.on(new Event.Applied(home.stack(), target.object().id(), outcome));
            }
        } catch (ApiFailure e) {
            failed = true;
            findings.addAll(FailureFindings.of(e, target.object()));
        }
    }

    private Event.Outcome write(Target target, Event.Outcome outcome) {
        goOn.run();
        GeneratedSecret secret = target.generated();
        if (secret != null) {
            generated.write(secret);
            return outcome;
        }
        Write write = Write.apply(target.ref(), home.member(target.object().tree()), FieldManager.PROGRAM);
        Write sent = options.forceConflicts().contains(target.object().id()) ? write.forced() : write;
        Written written = cluster.write(sent);
        if (Takeover.isNeeded(written.object())) {
            new Takeover(cluster)
                    .run(target.ref(), written.object(), sent)
                    .map(finding -> finding.in(null, home.stack())
                            .on(target.object().toString(), null)
                            .at(target.object().origin()))
                    .ifPresent(findings::add);
        }
        return outcome;
    }

    private Event.Outcome recreate(Target target) {
        goOn.run();
        Optional<ObjectNode> live = cluster.get(target.ref());
        if (live.isEmpty()) {
            return write(target, Event.Outcome.CREATED);
        }
        new Recreation(cluster, home).run(target, live.get(), this::isGone).ifPresent(finding -> {
            failed = true;
            findings.add(finding);
        });
        return Event.Outcome.RECREATED;
    }

    private boolean isGone(ObjectRef ref) {
        Instant limit = time.now().plus(LONGEST_DELETION);
        try {
            while (cluster.get(ref).isPresent()) {
                if (time.now().isAfter(limit)) {
                    return false;
                }
                time.sleep(PAUSE);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cluster.get(ref).isEmpty();
        }
    }
}
