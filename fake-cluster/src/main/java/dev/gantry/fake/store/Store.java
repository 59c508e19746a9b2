package dev.gantry.fake.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects. What it gives out and what it was given nobody changes any more. Writers say which state they saw, and try again if it is no longer
 * the present one.
 */
public final class Store {

    private static final int REMEMBERED = 20_000;

    private final TreeMap<ObjectKey, ObjectNode> objects = new TreeMap<>();
    private final ArrayList<Change> changes = new ArrayList<>();
    private Consumer<Change> listener = change -> {};
    private long revision = 1;
    private long forgotten = 1;

    /** Whom to tell of every change, on the thread that made it. */
    public synchronized void onChange(Consumer<Change> newListener) {
        listener = newListener;
    }

    /** The counter of changes. */
    public synchronized long revision() {
        return revision;
    }

    /** An object. */
    public synchronized Optional<ObjectNode> get(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** The objects of a resource in a namespace, or in all of them if it is empty. */
    public synchronized Snapshot list(String resource, String namespace) {
        List<Snapshot.Item> items = new ArrayList<>();
        objects.tailMap(new ObjectKey(resource, namespace, "")).entrySet().stream()
                .takeWhile(entry -> entry.getKey().resource().equals(resource)
                        && (namespace.isEmpty() || entry.getKey().namespace().equals(namespace)))
                .forEach(entry -> items.add(new Snapshot.Item(entry.getKey(), entry.getValue())));
        return new Snapshot(revision, items);
    }

    /** All objects of all kinds. */
    public synchronized Snapshot all() {
        List<Snapshot.Item> items = new ArrayList<>();
        objects.forEach((key, object) -> items.add(new Snapshot.Item(key, object)));
        return new Snapshot(revision, items);
    }

    /**
     * Puts an object in the place of another.
     *
     * @param seen what the writer saw; {@code null} if there was nothing
     * @return the object with its new version; empty if what the writer saw is not there any more
     */
    public Optional<ObjectNode> put(ObjectKey key, @Nullable ObjectNode seen, ObjectNode object) {
        Change change;
        Consumer<Change> told;
        synchronized (this) {
            if (!isPresent(key, seen)) {
                return Optional.empty();
            }
            ObjectNode kept = object.deepCopy();
            Json.objectAt(kept, "metadata").put("resourceVersion", Long.toString(++revision));
            objects.put(key, kept);
            change = new Change(revision, key, seen, kept);
            remember(change);
            told = listener;
        }
        told.accept(change);
        return Optional.ofNullable(change.after());
    }

    /** Removes an object; whether what the caller saw was still there. */
    public boolean remove(ObjectKey key, ObjectNode seen) {
        Change change;
        Consumer<Change> told;
        synchronized (this) {
            if (!isPresent(key, seen)) {
                return false;
            }
            objects.remove(key);
            change = new Change(++revision, key, seen, null);
            remember(change);
            told = listener;
        }
        told.accept(change);
        return true;
    }

    private boolean isPresent(ObjectKey key, @Nullable ObjectNode seen) {
        return version(objects.get(key)).equals(version(seen));
    }

    private static String version(@Nullable ObjectNode object) {
        return object == null ? "" : Json.text(object, "metadata", "resourceVersion");
    }

    private void remember(Change change) {
        changes.add(change);
        if (changes.size() > REMEMBERED) {
            forgotten = changes.get(REMEMBERED / 2).revision();
            changes.subList(0, REMEMBERED / 2 + 1).clear();
        }
        notifyAll();
    }

    /** Forgets what happened until now, so that nobody can watch from an earlier version on. */
    public synchronized void forget() {
        changes.clear();
        forgotten = revision;
    }

    /** Whether what happened since a version is still known. */
    public synchronized boolean remembers(long since) {
        return since >= forgotten;
    }

    /**
     * Waits for changes.
     *
     * @param since those after this version
     * @param millis how long, at most
     * @return what happened; empty if nothing did in this time
     */
    public synchronized List<Change> await(long since, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (revision <= since) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        int first = changes.size();
        while (first > 0 && changes.get(first - 1).revision() > since) {
            first--;
        }
        return List.copyOf(changes.subList(first, changes.size()));
    }
}
