package dev.gantry.engine.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a program prints on one of its streams, read on a thread of its own, so that the program is never held up. Only the
 * beginning is kept; the rest is read, and forgotten.
 */
final class Printed {

    private static final int PART = 8192;

    private final int most;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private final CompletableFuture<Void> overflow = new CompletableFuture<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private Printed(int most) {
        this.most = most;
    }

    /**
     * Begins to read.
     *
     * @param most how many bytes are kept
     */
    static Printed on(InputStream stream, int most) {
        Printed printed = new Printed(most);
        Thread reader = new Thread(() -> printed.read(stream), "gantry-plugin-output");
        reader.setDaemon(true);
        reader.start();
        return printed;
    }

    /** Done as soon as it is more than is kept. */
    CompletableFuture<Void> overflow() {
        return overflow;
    }

    /**
     * The text so far. The stream ends with the program, unless that has started another one which goes on.
     *
     * @param patience how long the end is waited for
     */
    String text(Duration patience) throws InterruptedException {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Whoever else holds the stream has nothing to say to us.
        }
        synchronized (beginning) {
            return beginning.toString(StandardCharsets.UTF_8);
        }
    }

    private void read(InputStream stream) {
        byte[] part = new byte[PART];
        try (stream) {
            for (int count = stream.read(part); count >= 0; count = stream.read(part)) {
                keep(part, count);
            }
        } catch (IOException e) {
            // It was ended, because it took too long or printed too much.
        } finally {
            end.complete(null);
        }
    }

    private void keep(byte[] part, int count) {
        synchronized (beginning) {
            int fits = Math.min(count, most - beginning.size());
            beginning.write(part, 0, fits);
            if (fits < count) {
                overflow.complete(null);
            }
        }
    }
}
