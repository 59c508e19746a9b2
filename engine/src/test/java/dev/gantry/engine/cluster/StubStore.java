package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what it is sent, as far as the tests of failing requests need it: no managed fields, no validation. */
final class StubStore implements Function<Received, Reply> {

    /** What goes wrong with the request of this number, from 1. */
    @FunctionalInterface
    interface Fault {
        @Nullable
        Reply on(int number, Received request);
    }

    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger creations = new AtomicInteger();
    private Fault before = (number, request) -> null;
    private Fault after = (number, request) -> null;

    /** Instead of doing anything. */
    StubStore before(Fault fault) {
        before = fault;
        return this;
    }

    /** Instead of the answer, after it is done. */
    StubStore after(Fault fault) {
        after = fault;
        return this;
    }

    synchronized Map<String, ObjectNode> objects() {
        return new TreeMap<>(objects);
    }

    int creations() {
        return creations.get();
    }

    int requests() {
        return requests.get();
    }

    @Override
    public Reply apply(Received request) {
        int number = requests.incrementAndGet();
        Reply instead = before.on(number, request);
        if (instead != null) {
            return instead;
        }
        Reply done = done(request);
        instead = after.on(number, request);
        return instead == null ? done : instead;
    }

    private synchronized Reply done(Received request) {
        ObjectNode live = objects.get(request.path());
        return switch (request.method()) {
            case "PATCH" -> Reply.json(200, put(request.path(), request.body()));
            case "POST" -> {
                String path = request.path() + "/"
                        + Clusters.tree(request.body())
                                .path("metadata")
                                .path("name")
                                .asText();
                yield objects.containsKey(path)
                        ? Reply.status(409, "AlreadyExists", "configmaps already exists")
                        : Reply.json(201, put(path, request.body()));
            }
            case "PUT" -> {
                String version = Clusters.tree(request.body())
                        .path("metadata")
                        .path("resourceVersion")
                        .asText();
                yield live == null
                                || !version.equals(live.path("metadata")
                                        .path("resourceVersion")
                                        .asText())
                        ? Reply.status(409, "Conflict", "the object has been modified; please try again")
                        : Reply.json(200, put(request.path(), request.body()));
            }
            case "DELETE" -> {
                String uid = Clusters.tree(request.body())
                        .path("preconditions")
                        .path("uid")
                        .asText();
                if (live == null) {
                    yield absent();
                }
                if (!uid.equals(live.path("metadata").path("uid").asText())) {
                    yield Reply.status(
                            409,
                            "Conflict",
                            "the UID in the precondition (" + uid + ") does not match the UID in record (other)");
                }
                objects.remove(request.path());
                yield Reply.json(200, "{\"kind\":\"Status\",\"status\":\"Success\"}");
            }
            default -> live == null ? absent() : Reply.json(200, live.toString());
        };
    }

    private String put(String path, String body) {
        ObjectNode old = objects.get(path);
        ObjectNode object = Clusters.tree(body);
        String uid = old == null
                ? UUID.randomUUID().toString()
                : old.path("metadata").path("uid").asText();
        if (old == null) {
            creations.incrementAndGet();
        }
        object.withObject("/metadata").put("uid", uid).put("resourceVersion", String.valueOf(requests.get()));
        objects.put(path, object);
        return object.toString();
    }

    private static Reply absent() {
        return Reply.json(404, """
                {"kind":"Status","reason":"NotFound","message":"not found","details":{"name":"x","kind":"x"},"code":404}""");
    }
}
