package dev.gantry.maven;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a program prints, while it runs. Only the thread that begins a capture is concerned, and those that are
 * started from it: Maven may build other modules at the same time.
 */
final class Capture implements AutoCloseable {

    private static final InheritableThreadLocal<@Nullable Target> CURRENT = new InheritableThreadLocal<>();

    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private static int users;
    private static @Nullable RoutedStream out;
    private static @Nullable RoutedStream err;

    private final LineStream lines;
    private final Target target;

    private Capture(LineStream lines, Target target) {
        this.lines = lines;
        this.target = target;
    }

    /**
     * Begins to take what this thread, and those that it starts, print; line by line.
     *
     * @param program the loader of the program, by which its own threads are known once the capture is closed
     */
    static Capture begin(ClassLoader program, Consumer<String> taker) {
        LineStream lines = new LineStream(line -> aside(() -> taker.accept(line)));
        Target target = new Target(program, new PrintStream(lines, true, StandardCharsets.UTF_8));
        install();
        CURRENT.set(target);
        return new Capture(lines, target);
    }

    /** Where the current thread's output goes instead; {@code null} if it is not captured. */
    static @Nullable PrintStream current() {
        Target target = CURRENT.get();
        return target == null ? null : target.stream();
    }

    /**
     * What a thread of a program that was given up prints after this, to the stream that it was given, is lost. What
     * other threads print that were first started meanwhile, such as those of a pool, goes where it went without a
     * capture.
     */
    @Override
    public void close() {
        lines.close();
        target.empty();
        CURRENT.remove();
        uninstall();
    }

    /** Runs something whose own output, such as the log's, is not captured. */
    private static void aside(Runnable code) {
        Target current = CURRENT.get();
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

    /** What threads inherit. Some live as long as Maven does, and must not keep the program and its run in memory. */
    private static final class Target {

        private final WeakReference<ClassLoader> program;
        private volatile @Nullable PrintStream stream;

        private Target(ClassLoader program, PrintStream stream) {
            this.program = new WeakReference<>(program);
            this.stream = stream;
        }

        private @Nullable PrintStream stream() {
            PrintStream open = stream;
            if (open != null) {
                return open;
            }
            ClassLoader own = Thread.currentThread().getContextClassLoader();
            return own != null && own == program.get() ? NOWHERE : null;
        }

        private void empty() {
            stream = null;
        }
    }
}
