package dev.gantry.fake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of HTTP/1.1 on the loopback interface, with a thread for each connection. */
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final ServerSocket socket;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    private HttpServer(ServerSocket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "fake-cluster-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts a server on a port that is free. */
    public static HttpServer start(Handler handler) {
        try {
            HttpServer server = new HttpServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                // Either it was closed, which ends the loop, or one client gave up, and the next may come.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            new HttpConnection(connection, handler).serve();
        } catch (IOException e) {
            // The client is gone, and nobody is left to be told.
            connections.remove(connection);
        } finally {
            connections.remove(connection);
        }
    }

    /** Stops at once; whoever still waits for an answer gets none. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
