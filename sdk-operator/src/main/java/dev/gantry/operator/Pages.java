package dev.gantry.operator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What probes and Prometheus ask. */
final class Pages implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final ExecutorService threads;

    private Pages(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    static Pages serve(int port, BooleanSupplier healthy, BooleanSupplier ready, @Nullable Supplier<String> metrics) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(port), 0);
        } catch (IOException e) {
            throw new FindingsException(
                    Finding.of(OperatorRule.PORT_TAKEN, "The port " + port + " cannot be used: " + e.getMessage() + ".")
                            .hint("Give another one to health(...)."));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "gantry-operator-pages");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, "/", NOT_FOUND, () -> "not found\n"));
        page(server, "/healthz", healthy);
        page(server, "/readyz", ready);
        if (metrics != null) {
            server.createContext("/metrics", exchange -> answer(exchange, "/metrics", OK, metrics));
        }
        server.start();
        return new Pages(server, threads);
    }

    private static void page(HttpServer server, String path, BooleanSupplier good) {
        server.createContext(path, exchange -> {
            boolean isGood = good.getAsBoolean();
            answer(exchange, path, isGood ? OK : UNAVAILABLE, () -> isGood ? "ok\n" : "not now\n");
        });
    }

    private static void answer(HttpExchange exchange, String path, int status, Supplier<String> text)
            throws IOException {
        try (exchange) {
            boolean reads = exchange.getRequestMethod().equals("GET")
                    || exchange.getRequestMethod().equals("HEAD");
            int code = !reads ? NOT_ALLOWED : exchange.getRequestURI().getPath().equals(path) ? status : NOT_FOUND;
            String body;
            try {
                body = code == status ? text.get() : "";
            } catch (RuntimeException e) {
                code = FAILED;
                body = "failed\n";
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(code, head || bytes.length == 0 ? -1 : bytes.length);
            if (!head) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
