package dev.gantry;

import dev.gantry.bundle.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads classes on a second processor while a run is still reading its arguments and settings: of the time that a small
 * program takes, more than half is loading classes. They are loaded and no more. None is initialized, so nothing happens
 * earlier than it would, and a class that cannot be loaded is reported by whoever needs it.
 */
final class Preloading extends Thread implements AutoCloseable {

    /** The classes that a usual run needs, in the order in which it does; without those that it needs at once. */
    static final String CLASSES = "preloaded.txt";

    private static final AtomicBoolean DONE = new AtomicBoolean();

    private volatile boolean over;

    private Preloading() {
        super("gantry-preloading");
        setDaemon(true);
    }

    /** Begins, unless an earlier run has loaded the classes already, or there is no second processor. */
    static Preloading begin() {
        Preloading preloading = new Preloading();
        if (Runtime.getRuntime().availableProcessors() > 1 && !DONE.getAndSet(true)) {
            preloading.start();
        }
        return preloading;
    }

    @Override
    public void run() {
        Digest.sha256(new byte[0]); // The JDK looks for who can do that, which takes as long as fifty classes.
        try (InputStream in = Preloading.class.getResourceAsStream(CLASSES)) {
            if (in == null) {
                return;
            }
            BufferedReader names = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String name = names.readLine(); name != null && !over; name = names.readLine()) {
                load(name);
            }
        } catch (IOException e) {
            over = true; // The run loads them itself.
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Preloading.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return; // Another version of a library may well be without it.
        }
    }

    /** Waits for the class that is being loaded: the run's class loader may be closed next. */
    @Override
    public void close() {
        over = true;
        try {
            join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
