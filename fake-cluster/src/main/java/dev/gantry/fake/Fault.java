package dev.gantry.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.http.Handler;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.http.Response;
import dev.gantry.fake.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with certain requests. It does from the moment on at which it is said what: before that, {@link #nth} and
 * {@link #times} say with which of them.
 */
public final class Fault {

    @FunctionalInterface
    private interface Behavior {
        Response answer(Request request, Handler server) throws InterruptedException;
    }

    private final Predicate<RecordedRequest> matcher;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger hit = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private int first = 1;
    private int count = 1;
    private volatile @Nullable Behavior behavior;

    Fault(Predicate<RecordedRequest> matcher) {
        this.matcher = matcher;
    }

    /** It begins with the n-th matching request, counted from 1, which is also where it begins by itself. */
    public Fault nth(int n) {
        first = n;
        return this;
    }

    /** It concerns so many matching requests in a row; by itself, one. */
    public Fault times(int n) {
        count = n;
        return this;
    }

    /** It concerns all matching requests from the first one on. */
    public Fault forever() {
        count = Integer.MAX_VALUE;
        return this;
    }

    /** The request is refused with a Status, and nothing happens. */
    public Fault answer(int status, String reason, String message) {
        return answer(status, reason, message, Map.of());
    }

    /**
     * The request is refused with a Status, and nothing happens.
     *
     * @param headers such as {@code Retry-After}
     */
    public Fault answer(int status, String reason, String message, Map<String, String> headers) {
        return does((request, server) -> refusal(status, reason, message, headers));
    }

    /** The request is refused with a body that is no Status, as a proxy would, and nothing happens. */
    public Fault answerRaw(int status, String contentType, String body) {
        return does((request, server) -> Response.of(status, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The request is carried out, but the answer is a refusal, as a time limit of a load balancer would give. */
    public Fault answerAfterCommit(int status, String reason, String message) {
        return does((request, server) -> {
            server.handle(request);
            return refusal(status, reason, message, Map.of());
        });
    }

    /** The connection is reset, and nothing happens. */
    public Fault resetBefore() {
        return does((request, server) -> new Response.Reset());
    }

    /** The request is carried out, and the connection is reset instead of an answer. */
    public Fault resetAfterCommit() {
        return does((request, server) -> {
            server.handle(request);
            return new Response.Reset();
        });
    }

    /** The request is carried out, and the answer ends after so many bytes of its body. */
    public Fault cutAnswer(int bytes) {
        return does((request, server) -> server.handle(request) instanceof Response.Whole whole
                ? new Response.Cut(whole, bytes)
                : new Response.Reset());
    }

    /** Nothing happens for a while, or until {@link #release()}; then the request is carried out as usual. */
    public Fault hang(Duration duration) {
        return does((request, server) -> {
            pause(duration);
            return server.handle(request);
        });
    }

    /** The request is carried out, and the answer comes after a while, or after {@link #release()}. */
    public Fault hangAfterCommit(Duration duration) {
        return does((request, server) -> {
            Response response = server.handle(request);
            pause(duration);
            return response;
        });
    }

    /** Something else happens first, such as another client's write; then the request is carried out as usual. */
    public Fault after(Runnable action) {
        return does((request, server) -> {
            action.run();
            return server.handle(request);
        });
    }

    /** The request is carried out as usual, and then something else happens before it is answered. */
    public Fault before(Runnable action) {
        return does((request, server) -> {
            Response response = server.handle(request);
            action.run();
            return response;
        });
    }

    /** Ends all that hangs, and lets nothing hang any more. */
    public void release() {
        released.countDown();
    }

    /** How many requests it has concerned. */
    public int hits() {
        return hit.get();
    }

    private Fault does(Behavior what) {
        behavior = what;
        return this;
    }

    private void pause(Duration duration) throws InterruptedException {
        boolean early = released.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        if (early) {
            return;
        }
        Thread.onSpinWait();
    }

    private static Response refusal(int status, String reason, String message, Map<String, String> headers) {
        ObjectNode body = Json.object();
        body.put("kind", "Status").put("apiVersion", "v1");
        body.putObject("metadata");
        body.put("status", "Failure")
                .put("message", message)
                .put("reason", reason)
                .put("code", status);
        Response.Whole answer = Response.json(status, body);
        for (Map.Entry<String, String> header : new LinkedHashMap<>(headers).entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    /** Whether this request is one that it concerns; counts it. */
    boolean concerns(RecordedRequest request) {
        if (behavior == null || !matcher.test(request)) {
            return false;
        }
        int number = seen.incrementAndGet();
        boolean concerned = number >= first && number - first < count;
        if (concerned) {
            hit.incrementAndGet();
        }
        return concerned;
    }

    Response answer(Request request, Handler server) {
        Behavior what = behavior;
        try {
            return what == null ? server.handle(request) : what.answer(request, server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Response.Reset();
        }
    }
}
