package dev.gantry.engine.progress;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.plan.Plans;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run of the engine, told to a reporter, on a clock that moves when it is told to. */
final class Story implements Time {

    static final ResourceId NAMESPACE = Plans.id("v1", "Namespace shop");
    static final ResourceId WEB = Plans.id("apps/v1", "Deployment shop/web");
    static final ResourceId SERVICE = Plans.id("v1", "Service shop/web");
    static final ResourceId OLD = Plans.id("apps/v1", "Deployment shop/old");

    private Instant now = Instant.parse("2024-05-01T12:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
    }

    /** Time goes by. */
    Story after(long seconds) {
        sleep(Duration.ofSeconds(seconds));
        return this;
    }

    Event.Pending pending(ResourceId id, String reason, long secondsAgo) {
        return new Event.Pending(id, reason, now.minusSeconds(secondsAgo));
    }

    Event waiting(Event.Pending... pending) {
        return new Event.Waiting("shop", List.of(pending));
    }

    /** So many Deployments that are waited for. */
    Event waitingFor(int number) {
        List<Event.Pending> pending = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            pending.add(pending(Plans.id("apps/v1", "Deployment shop/d" + i), "0 of 1 pod is available", 0));
        }
        return new Event.Waiting("shop", pending);
    }

    static Finding finding(Severity severity) {
        return new Finding(
                "GTY-APY-003",
                severity,
                "production",
                "shop",
                "Deployment shop/web",
                "spec.selector",
                Origin.source("com/acme/Shop.java", 31),
                "It cannot be changed.",
                "Allow to recreate it.",
                List.of(),
                null);
    }

    /** One of each event. */
    List<Event> all() {
        return List.of(
                new Event.Connected(Plans.CONNECTION),
                new Event.Planned(Plans.everything()),
                new Event.Locked("shop", "ci-7", now.minusSeconds(90), Duration.ofSeconds(30)),
                new Event.WaveStarted("shop", 2, 4, 3),
                new Event.Applied("shop", NAMESPACE, Event.Outcome.CREATED),
                new Event.Applied("shop", SERVICE, Event.Outcome.UNCHANGED),
                new Event.Applied("shop", WEB, Event.Outcome.CHANGED),
                new Event.Applied("shop", OLD, Event.Outcome.RECREATED),
                waiting(pending(WEB, "2 of 6 pods are available", 12)),
                new Event.Ready("shop", WEB, Duration.ofSeconds(125)),
                new Event.Found(finding(Severity.ERROR)),
                new Event.Found(finding(Severity.WARNING)),
                new Event.Found(finding(Severity.OFF)),
                new Event.Pruned("shop", OLD),
                new Event.Kept("shop", SERVICE, "its annotation says so"),
                new Event.Retrying("apply Deployment shop/web", "503: etcd is down", Duration.ofMillis(500)),
                new Event.Finished("shop", 4, Event.Result.SUCCEEDED));
    }
}
