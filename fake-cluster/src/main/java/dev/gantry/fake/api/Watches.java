package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.failure.ApiError;
import dev.gantry.fake.http.Response;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.store.Change;
import dev.gantry.fake.store.Snapshot;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Rules;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Telling what happens to objects as it happens. */
final class Watches {

    private static final String JSON = "application/json";
    private static final long POLL_MILLIS = 1_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long BOOKMARK_EVERY = 60 * SECOND;
    private static final long BOOKMARK_BEFORE_END = 2 * SECOND;

    private final Store store;
    private final Rules rules;

    Watches(Store store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    Response watch(Call call) {
        String from = call.request().parameter("resourceVersion");
        boolean fromNow = from.isEmpty() || from.equals("0");
        long since = fromNow ? 0 : Long.parseLong(from);
        if (!fromNow && !store.remembers(since)) {
            ObjectNode event = event("ERROR", expired(since).status());
            return new Response.Streamed(JSON, pieces -> pieces.send(line(event)));
        }
        return new Response.Streamed(JSON, pieces -> stream(call, fromNow, since, pieces));
    }

    private static ApiError expired(long since) {
        return ApiError.of(410, "Expired", "too old resource version: " + since);
    }

    private void stream(Call call, boolean withPresent, long from, Response.Pieces pieces) throws IOException {
        Predicate<JsonNode> selection = Reads.selection(call);
        String timeout = call.request().parameter("timeoutSeconds");
        long end = System.nanoTime() + (timeout.isEmpty() ? 3_600 : Long.parseLong(timeout)) * SECOND;
        long since = from;
        if (withPresent) {
            Snapshot present = store.list(call.kind().resource(), call.namespace());
            since = present.revision();
            for (Snapshot.Item item : present.items()) {
                if (selection.test(item.object())) {
                    pieces.send(line(event("ADDED", shown(call, item.object()))));
                }
            }
        }
        boolean bookmarks = call.request().parameter("allowWatchBookmarks").equals("true");
        long bookmark = nextBookmark(end);
        try {
            while (System.nanoTime() < end) {
                long left = (end - System.nanoTime()) / 1_000_000;
                for (Change change : store.await(since, Math.min(POLL_MILLIS, Math.max(1, left)))) {
                    since = change.revision();
                    tell(call, selection, change, pieces);
                }
                if (bookmarks && System.nanoTime() >= bookmark) {
                    pieces.send(line(event("BOOKMARK", bookmark(call, since))));
                    bookmark = nextBookmark(end);
                } else {
                    pieces.send(new byte[0]);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One a minute, and one shortly before the end, as a real server sends them; until the first of them a watch may tell nothing at all. */
    private static long nextBookmark(long end) {
        long now = System.nanoTime();
        long last = end - BOOKMARK_BEFORE_END;
        return now < last ? Math.min(last, now + BOOKMARK_EVERY) : now + BOOKMARK_EVERY;
    }

    private void tell(Call call, Predicate<JsonNode> selection, Change change, Response.Pieces pieces)
            throws IOException {
        boolean elsewhere = !change.key().resource().equals(call.kind().resource())
                || (!call.namespace().isEmpty() && !change.key().namespace().equals(call.namespace()));
        if (elsewhere) {
            return;
        }
        boolean was = selects(selection, change.before());
        boolean is = selects(selection, change.after());
        if (is && change.after() != null) {
            pieces.send(line(event(was ? "MODIFIED" : "ADDED", shown(call, change.after()))));
        } else if (was && change.before() != null) {
            ObjectNode last = change.before().deepCopy();
            Json.objectAt(last, "metadata").put("resourceVersion", Long.toString(change.revision()));
            pieces.send(line(event("DELETED", shown(call, last))));
        }
    }

    private static boolean selects(Predicate<JsonNode> selection, @Nullable ObjectNode object) {
        return object != null && selection.test(object);
    }

    private ObjectNode shown(Call call, ObjectNode object) {
        return Form.asked(call).one(call.kind(), rules.converted(call.kind(), object));
    }

    private static ObjectNode bookmark(Call call, long revision) {
        ObjectNode object = Json.object();
        object.put("kind", call.kind().kind()).put("apiVersion", call.kind().apiVersion());
        object.putObject("metadata")
                .put("resourceVersion", Long.toString(revision))
                .putNull("creationTimestamp");
        return object;
    }

    private static ObjectNode event(String type, ObjectNode object) {
        ObjectNode event = Json.object();
        event.put("type", type);
        event.set("object", object);
        return event;
    }

    private static byte[] line(ObjectNode event) {
        byte[] json = Json.write(event);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}
