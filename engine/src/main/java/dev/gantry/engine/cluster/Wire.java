package dev.gantry.engine.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import dev.gantry.engine.kubeconfig.AccessFailure;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends one request after the other, each with a time limit for the whole answer, and waits for it. */
final class Wire implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final HttpClient client;
    private final URI server;
    private final Duration limit;
    private final Pace pace;

    Wire(HttpClient client, URI server, Duration limit, Pace pace) {
        this.client = client;
        this.server = server;
        this.limit = limit;
        this.pace = pace;
    }

    /** The same, with another limit for an answer. */
    Wire within(Duration other) {
        return new Wire(client, server, other, pace);
    }

    /**
     * Sends a request. A thread that is interrupted waits for the answer all the same, so that it is known what became of
     * the request; one that was interrupted before sends nothing.
     *
     * @throws ApiFailure if there is no answer
     */
    Answer send(Call call) {
        try {
            pace.begin();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiFailure(
                    Kind.NOT_SENT, call.action(), 0, Reasons.INTERRUPTED, "the run was stopped", List.of(), null);
        }
        try {
            return exchange(call);
        } finally {
            pace.end();
        }
    }

    private Answer exchange(Call call) {
        long end = System.nanoTime() + limit.toNanos();
        Bytes bytes = new Bytes();
        CompletableFuture<HttpResponse<AsyncBody>> sent = null;
        AsyncBody body = null;
        boolean complete = false;
        try {
            sent = client.consumeBytes(request(call), bytes);
            HttpResponse<AsyncBody> response = await(sent, end);
            body = response.body();
            if (body != null) { // There is none where a proxy answered instead of the server.
                body.consume();
                await(body.done(), end);
            }
            complete = true;
            return answer(call, response, bytes.text());
        } catch (ExecutionException | TimeoutException | AccessFailure e) {
            throw Broken.failure(call.action(), address(), e);
        } finally {
            if (!complete) {
                abandon(sent, body);
            }
        }
    }

    private HttpRequest request(Call call) {
        String base = server.toString();
        String url = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + call.path();
        HttpRequest.Builder builder = client.newHttpRequestBuilder()
                .uri(url)
                .header("Accept", call.accept())
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (call.body() != null) {
            builder.method(call.method(), String.valueOf(call.contentType()), call.body());
        }
        return builder.build();
    }

    private static Answer answer(Call call, HttpResponse<AsyncBody> response, String text) {
        return new Answer(
                call,
                response.code(),
                header(response, "Content-Type"),
                header(response, "Retry-After"),
                Warnings.of(response.headers("Warning")),
                json(text));
    }

    private static String header(HttpResponse<AsyncBody> response, String name) {
        String value = response.header(name);
        return value == null ? "" : value;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            return tree.isMissingNode() ? TextNode.valueOf("") : tree;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static <T> T await(CompletableFuture<T> future, long end) throws ExecutionException, TimeoutException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Nobody waits for it any more, so that the connection is free or closed. */
    private static void abandon(@Nullable CompletableFuture<HttpResponse<AsyncBody>> sent, @Nullable AsyncBody body) {
        if (body != null) {
            body.cancel();
        } else if (sent != null) {
            var unused = sent.thenAccept(late -> late.body().cancel());
        }
    }

    private String address() {
        int port = server.getPort();
        return server.getHost() + ":" + (port >= 0 ? port : "http".equals(server.getScheme()) ? 80 : 443);
    }

    @Override
    public void close() {
        client.close();
    }

    /** What has come of an answer's body. */
    private static final class Bytes implements AsyncBody.Consumer<List<ByteBuffer>> {

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();

        @Override
        public synchronized void consume(List<ByteBuffer> buffers, AsyncBody body) throws IOException {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                all.write(part);
            }
            body.consume();
        }

        synchronized String text() {
            return all.toString(StandardCharsets.UTF_8);
        }
    }
}
