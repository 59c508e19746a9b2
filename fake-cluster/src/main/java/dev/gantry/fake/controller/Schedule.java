package dev.gantry.fake.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.ObjectKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When an object becomes ready: the pace of its kind, or one of its own, and how often it was read since its last change. */
final class Schedule {

    private record Reads(String uid, long generation, int count) {}

    private final Map<ObjectKey, Reads> reads = new ConcurrentHashMap<>();
    private final Map<ObjectKey, Pace> exceptions = new ConcurrentHashMap<>();
    private volatile Pace pace;

    Schedule(Pace pace) {
        this.pace = pace;
    }

    void set(Pace usual) {
        pace = usual;
    }

    void set(ObjectKey key, Pace exception) {
        exceptions.put(key, exception);
    }

    Pace pace(ObjectKey key) {
        return exceptions.getOrDefault(key, pace);
    }

    /** Counts a read. */
    void read(ObjectKey key, ObjectNode object) {
        if (pace(key).kind() == Pace.Kind.AFTER_READS) {
            reads.merge(key, state(object, 1), (before, now) -> state(object, count(before, object) + 1));
        }
    }

    private static Reads state(ObjectNode object, int count) {
        return new Reads(
                Json.text(object, "metadata", "uid"),
                Json.at(object, "metadata", "generation").asLong(),
                count);
    }

    private static int count(Reads before, ObjectNode object) {
        Reads now = state(object, before.count());
        return now.equals(before) ? before.count() : 0;
    }

    /** Whether it is time. */
    boolean isDone(ObjectKey key, ObjectNode object) {
        Pace own = pace(key);
        return switch (own.kind()) {
            case AT_ONCE -> true;
            case AFTER_READS -> {
                Reads before = reads.get(key);
                yield before != null && count(before, object) > own.reads();
            }
            default -> false;
        };
    }
}
