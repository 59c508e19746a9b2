package dev.gantry.engine.release.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.release.FieldManager;
import dev.gantry.engine.release.Inventory;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.ReleaseRule;
import dev.gantry.engine.release.RunFacts;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.StackLabels;
import dev.gantry.engine.release.history.Revision.State;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The revisions of one stack. Only who holds its lock writes. */
public final class History {

    private static final int LONGEST_MESSAGE = 1000;

    private final Cluster cluster;
    private final StackHome home;
    private final Time time;

    /** The history of a stack. */
    public History(Cluster cluster, StackHome home, Time time) {
        this.cluster = cluster;
        this.home = home;
        this.time = time;
    }

    /** All revisions, the newest first, without what they hold. One that was killed is still {@link State#PENDING}. */
    public List<Revision> list() {
        return revisions(secrets());
    }

    private List<Revision> revisions(List<ObjectMeta> secrets) {
        List<Revision> revisions = new ArrayList<>();
        for (ObjectMeta meta : secrets) {
            RevisionSecret.revision(home, meta).ifPresent(revisions::add);
        }
        revisions.sort(Comparator.comparing(Revision::number).reversed());
        return revisions;
    }

    /**
     * All revisions, as they are to be shown: what is pending although nobody works on the stack was interrupted.
     *
     * @param locked whether somebody holds the stack's lock
     */
    public List<Revision> list(boolean locked) {
        return list().stream()
                .map(revision ->
                        revision.state() == State.PENDING && !locked ? revision.with(State.INTERRUPTED) : revision)
                .toList();
    }

    /** The last revision, if it succeeded and has these contents: then an apply that changes nothing needs no other. */
    public Optional<Revision> current(Contents contents) {
        return list().stream()
                .findFirst()
                .filter(last -> last.state() == State.SUCCEEDED && last.digest().equals(contents.digest()));
    }

    /** How far the stack has come, by its inventory and its last revision. */
    public Standing standing(Inventory inventory) {
        if (!inventory.exists()) {
            return Standing.NONE;
        }
        return list().stream()
                .findFirst()
                .map(last -> new Standing(inventory.version(), last.number(), last.state(), last.started()))
                .orElseGet(() -> new Standing(inventory.version(), 0, null, null));
    }

    /**
     * The number that a revision with these contents would get.
     *
     * @param restores the number of the revision that it goes back to; {@code null} if it does not
     */
    public int next(Contents contents, @Nullable Integer restores) {
        Revision last = list().stream().findFirst().orElse(null);
        if (last == null) {
            return 1;
        }
        boolean goesOn = last.state() == State.PENDING && last.isSame(contents.digest(), restores);
        return goesOn ? last.number() : last.number() + 1;
    }

    /**
     * Records what is about to be applied. What is pending was interrupted: if it is the last one, and has the same contents, this
     * run goes on with it.
     *
     * @param restores the number of the revision that this one goes back to; {@code null} if it does not
     * @throws FindingsException if somebody else writes the history
     */
    public Revision begin(Release release, Contents contents, RunFacts facts, @Nullable Integer restores) {
        List<Revision> before = list();
        List<byte[]> parts = contents.parts();
        Revision next = new Revision(
                before.isEmpty() ? 1 : before.get(0).number() + 1,
                State.PENDING,
                time.now(),
                null,
                facts.by(),
                facts.commit(),
                contents.digest(),
                release.blueprint(),
                release.environment(),
                facts.tool(),
                "",
                restores,
                contents.objects(),
                parts.size(),
                "");
        for (Revision open : before) {
            if (open.state() != State.PENDING) {
                continue;
            }
            if (open.number() == next.number() - 1 && open.isSame(next.digest(), restores)) {
                RevisionSecret.resumption(open, next)
                        .send(cluster, home.revision(open.number(), 1), FieldManager.RECORDS);
                return reread(open.number());
            }
            finish(open, State.INTERRUPTED, "It was interrupted.");
        }
        for (int part = 2; part <= parts.size(); part++) {
            ObjectRef ref = home.revision(next.number(), part);
            // Whatever an interrupted run left there; the first part, which makes the revision, was not written then.
            delete(ref, cluster.get(ref).map(ObjectMeta::of));
            cluster.write(Write.create(
                    ref, RevisionSecret.further(home, next.number(), part, parts.get(part - 1)), FieldManager.RECORDS));
        }
        return create(next, RevisionSecret.first(home, next, parts.isEmpty() ? null : parts.get(0)));
    }

    /**
     * Records how a revision ended.
     *
     * @param message why it failed; must not hold values of Secrets
     * @throws FindingsException if another run goes on with it
     */
    public Revision finish(Revision revision, State state, String message) {
        String text = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
        Revision now = new Revision(
                revision.number(),
                state,
                revision.started(),
                time.now(),
                revision.by(),
                revision.commit(),
                revision.digest(),
                revision.blueprint(),
                revision.environment(),
                revision.tool(),
                text,
                revision.restores(),
                revision.objects(),
                revision.parts(),
                revision.uid());
        try {
            RevisionSecret.end(revision, now).send(cluster, home.revision(revision.number(), 1), FieldManager.RECORDS);
        } catch (ApiFailure failure) {
            throw failure.status() == 422 ? concurrent(revision.number()) : failure;
        }
        return now;
    }

    /**
     * What a revision consists of.
     *
     * @throws FindingsException if there is no such revision, it is damaged, or has no contents
     */
    public Release read(int number) {
        return new RevisionReading(cluster, home, list()).read(number);
    }

    /** The last revision that succeeded and can be read; empty if there is none. */
    public Optional<Revision> lastGood() {
        return list().stream()
                .filter(revision -> revision.state() == State.SUCCEEDED && revision.hasContents())
                .findFirst();
    }

    /**
     * Deletes the oldest revisions. The last one that succeeded always stays.
     *
     * @param limit how many stay
     */
    public void trim(int limit) {
        List<ObjectMeta> secrets = secrets();
        List<Revision> revisions = revisions(secrets);
        Set<Integer> stay = revisions.stream()
                .limit(Math.max(1, limit))
                .map(Revision::number)
                .collect(Collectors.toSet());
        revisions.stream()
                .filter(revision -> revision.state() == State.SUCCEEDED)
                .findFirst()
                .ifPresent(good -> stay.add(good.number()));
        for (ObjectMeta secret : secrets) {
            Integer number = RevisionSecret.number(secret);
            if (number != null && !stay.contains(number)) {
                delete(new ObjectRef(StackHome.SECRETS, home.namespace(), secret.name()), Optional.of(secret));
            }
        }
    }

    /** Deletes all revisions, and with them the values of Secrets that they hold. */
    public void remove() {
        for (ObjectMeta secret : secrets()) {
            delete(new ObjectRef(StackHome.SECRETS, home.namespace(), secret.name()), Optional.of(secret));
        }
    }

    private List<ObjectMeta> secrets() {
        List<ObjectMeta> found = new ArrayList<>();
        String selector = StackLabels.STACK + "=" + home.stack() + "," + StackLabels.REVISION;
        cluster.list(new Listing(
                StackHome.SECRETS, home.namespace(), selector, true, 0, object -> found.add(ObjectMeta.of(object))));
        return found;
    }

    private Revision create(Revision next, ObjectNode secret) {
        ObjectRef ref = home.revision(next.number(), 1);
        try {
            ObjectNode created = cluster.write(Write.create(ref, secret, FieldManager.RECORDS))
                    .object();
            return RevisionSecret.revision(home, ObjectMeta.of(created)).orElseThrow(() -> concurrent(next.number()));
        } catch (ApiFailure failure) {
            if (failure.status() != 409) {
                throw failure;
            }
            // It may be our own, whose answer was lost.
            Revision there = reread(next.number());
            if (there.isSame(next.digest(), next.restores()) && there.started().equals(next.started())) {
                return there;
            }
            throw concurrent(next.number());
        }
    }

    private Revision reread(int number) {
        return cluster.get(home.revision(number, 1))
                .flatMap(secret -> RevisionSecret.revision(home, ObjectMeta.of(secret)))
                .orElseThrow(() -> concurrent(number));
    }

    private void delete(ObjectRef ref, Optional<ObjectMeta> secret) {
        secret.ifPresent(meta -> cluster.delete(new Deletion(ref, meta.uid(), null, false)));
    }

    private FindingsException concurrent(int number) {
        return new FindingsException(Finding.of(
                        ReleaseRule.CONCURRENT_CHANGE,
                        "Somebody else has written revision " + number + " of stack " + home.stack()
                                + " while this run worked with the history.")
                .hint("Run it again; it goes on from what is there.")
                .in(null, home.stack())
                .on(home.revision(number, 1).toString(), null));
    }
}
