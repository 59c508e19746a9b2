package dev.gantry.engine.cluster;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** An HTTP server that can also behave as networks do. */
final class StubServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Function<Received, Reply> handler;
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private StubServer(ServerSocket socket, Function<Received, Reply> handler) {
        this.socket = socket;
        this.handler = handler;
    }

    static StubServer start(Function<Received, Reply> handler) {
        try {
            StubServer server = new StubServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    List<Received> requests() {
        return new ArrayList<>(requests);
    }

    Received last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException | RejectedExecutionException e) {
                return; // It was stopped.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            for (Received request = read(in); request != null; request = read(in)) {
                requests.add(request);
                if (!reply(connection, handler.apply(request))) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client has gone, as it may.
        }
    }

    /** Whether the connection can be used again. */
    private static boolean reply(Socket connection, Reply reply) throws IOException {
        if (reply instanceof Reply.Http http) {
            connection.getOutputStream().write(http.bytes());
            return true;
        }
        if (reply instanceof Reply.Reset) {
            connection.setSoLinger(true, 0);
            return false;
        }
        if (reply instanceof Reply.CutOff cut) {
            connection.getOutputStream().write(cut.start().getBytes(StandardCharsets.UTF_8));
            return false;
        }
        if (reply instanceof Reply.Silence silence) {
            connection.getOutputStream().write(silence.start().getBytes(StandardCharsets.UTF_8));
            connection.getInputStream().read(); // Until the client gives up.
        }
        return false;
    }

    private static Received read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                return null; // Somebody tries to speak TLS.
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        String[] parts = first.split(" ", 3);
        int question = parts[1].indexOf('?');
        String path = question < 0 ? parts[1] : parts[1].substring(0, question);
        String query = question < 0 ? "" : parts[1].substring(question + 1);
        return new Received(parts[0], path, query, headers, body);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
