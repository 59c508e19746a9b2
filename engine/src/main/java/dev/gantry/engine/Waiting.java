package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.progress.Progress;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.status.Readiness;
import dev.gantry.engine.status.Statuses;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits until objects are ready. Many of one kind are asked for together, so that the server is not asked for each. */
final class Waiting {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int FEW = 10;

    private final Cluster cluster;
    private final Time time;
    private final Progress progress;
    private final Stop stop;
    private final StackHome home;
    private final LiveSurroundings surroundings;

    /** An object that is not ready, and what was last seen of it. */
    private static final class Pending {
        private final Watched watched;
        private Readiness seen = new Readiness(Readiness.State.IN_PROGRESS, "it has not been looked at yet");
        private Instant since;

        Pending(Watched watched, Instant since) {
            this.watched = watched;
            this.since = since;
        }

        void see(Readiness now, Instant when) {
            since = seen.state() == now.state() ? since : when;
            seen = now;
        }

        boolean isSettled() {
            return seen.state() == Readiness.State.READY || seen.state() == Readiness.State.FAILED;
        }
    }

    /** A kind in a namespace. */
    private record Place(ApiResource resource, @Nullable String namespace) {}

    Waiting(Session session, StackHome home) {
        this.cluster = session.cluster();
        this.time = session.watched();
        this.progress = session.progress();
        this.stop = session.stop();
        this.home = home;
        this.surroundings = new LiveSurroundings(cluster);
    }

    /**
     * Waits until all of them are ready, or those that are not have failed, or the time is over.
     *
     * @return what has failed, and what is not ready in time
     */
    List<Finding> until(Collection<Watched> objects, Instant deadline) throws InterruptedException {
        Instant begun = time.now();
        Map<ObjectRef, Pending> pending = new LinkedHashMap<>();
        objects.forEach(each -> pending.put(each.ref(), new Pending(each, begun)));
        Duration pause = FIRST_PAUSE;
        while (true) {
            stop.check();
            look(pending.values());
            tellReady(pending, begun);
            if (pending.values().stream().allMatch(Pending::isSettled)
                    || !time.now().isBefore(deadline)) {
                return findings(pending.values());
            }
            progress.on(new Event.Waiting(home.stack(), shown(pending.values())));
            Duration left = Duration.between(time.now(), deadline);
            time.sleep(pause.compareTo(left) < 0 ? pause : left);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static List<Event.Pending> shown(Collection<Pending> pending) {
        return pending.stream()
                .map(each -> new Event.Pending(each.watched.id(), each.seen.message(), each.since))
                .toList();
    }

    private void look(Collection<Pending> pending) {
        Map<Place, List<Pending>> places = new LinkedHashMap<>();
        for (Pending each : pending) {
            ObjectRef ref = each.watched.ref();
            places.computeIfAbsent(new Place(ref.resource(), ref.namespace()), place -> new ArrayList<>())
                    .add(each);
        }
        places.forEach((place, all) -> {
            if (all.size() > FEW) {
                lookTogether(place, all);
            } else {
                all.forEach(each -> judge(each, cluster.get(each.watched.ref())));
            }
        });
    }

    private void lookTogether(Place place, List<Pending> all) {
        Map<String, Pending> unseen = new LinkedHashMap<>();
        all.forEach(each -> unseen.put(each.watched.ref().name(), each));
        String members = ApplySet.PART_OF + "=" + home.setId();
        cluster.list(new Listing(place.resource(), place.namespace(), members, false, 0, live -> {
            Pending one = unseen.remove(live.path("metadata").path("name").asText());
            if (one != null) {
                judge(one, Optional.of(live));
            }
        }));
        unseen.values().forEach(each -> judge(each, cluster.get(each.watched.ref())));
    }

    private void judge(Pending one, Optional<ObjectNode> live) {
        one.see(live.map(object -> readiness(one.watched, object)).orElseGet(() -> absent(one.watched)), time.now());
    }

    private Readiness readiness(Watched watched, ObjectNode live) {
        return Statuses.of(live, time.now(), surroundings.of(watched.ref().resource(), live));
    }

    /** What was applied and is gone has failed; what somebody else has to make may still come. */
    private static Readiness absent(Watched watched) {
        return watched.object() == null
                ? new Readiness(Readiness.State.IN_PROGRESS, "it is not there yet")
                : Statuses.ofAbsent(watched.object().tree());
    }

    private void tellReady(Map<ObjectRef, Pending> pending, Instant begun) {
        pending.values().removeIf(each -> {
            boolean ready = each.seen.state() == Readiness.State.READY;
            if (ready) {
                progress.on(new Event.Ready(home.stack(), each.watched.id(), Duration.between(begun, time.now())));
            }
            return ready;
        });
    }

    private List<Finding> findings(Collection<Pending> left) {
        List<Finding> findings = new ArrayList<>();
        for (Pending each : left) {
            boolean failed = each.seen.state() == Readiness.State.FAILED;
            String what = failed ? " did not become ready: " : " is not ready in time: ";
            findings.add(Finding.of(
                            failed ? ApplyRule.FAILED : ApplyRule.NOT_READY,
                            each.watched.id() + what + each.seen.message() + ".")
                    .in(null, home.stack())
                    .on(each.watched.id().toString(), null)
                    .at(each.watched.origin())
                    .hint(
                            failed
                                    ? "See its events and, for pods, their logs; then apply again, or go back with gantry:rollback."
                                    : "See what keeps it; if it only needs longer, set -Dgantry.timeout=SECONDS."));
        }
        return findings;
    }
}
