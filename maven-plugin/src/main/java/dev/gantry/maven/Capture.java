package dev.gantry.maven;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a program prints, while it runs. Only the thread that begins a capture is concerned, and those that are
 * started from it: Maven may build other modules at the same time.
 */
final class Capture implements AutoCloseable {

    private static final InheritableThreadLocal<@Nullable PrintStream> CURRENT = new InheritableThreadLocal<>();

    private static int users;
    private static @Nullable RoutedStream out;
    private static @Nullable RoutedStream err;

    private final LineStream lines;

    private Capture(LineStream lines) {
        this.lines = lines;
    }

    /** Begins to take what this thread, and those that it starts, print; line by line. */
    static Capture begin(Consumer<String> taker) {
        LineStream lines = new LineStream(line -> aside(() -> taker.accept(line)));
        install();
        CURRENT.set(new PrintStream(lines, true, StandardCharsets.UTF_8));
        return new Capture(lines);
    }

    /** Where the current thread's output goes instead; {@code null} if it is not captured. */
    static @Nullable PrintStream current() {
        return CURRENT.get();
    }

    /** What is printed after this, by a thread that goes on though its program was given up, is lost. */
    @Override
    public void close() {
        lines.close();
        CURRENT.remove();
        uninstall();
    }

    /** Runs something whose own output, such as the log's, is not captured. */
    private static void aside(Runnable code) {
        PrintStream current = CURRENT.get();
        CURRENT.remove();
        try {
            code.run();
        } finally {
            CURRENT.set(current);
        }
    }

    private static synchronized void install() {
        if (users++ == 0) {
            out = new RoutedStream(System.out);
            err = new RoutedStream(System.err);
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static synchronized void uninstall() {
        if (--users > 0 || out == null || err == null) {
            return;
        }
        // Someone else's stream on top of ours stays; ours lets everything through then.
        if (System.out == out) {
            System.setOut(out.original());
        }
        if (System.err == err) {
            System.setErr(err.original());
        }
    }
}
