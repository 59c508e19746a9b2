package dev.gantry.helm;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the process does on the signals of Ctrl-C, {@code kill} and a thread dump.
 *
 * <p>Whenever Helm renders or installs, it subscribes to these signals, and Go then takes them away from the JVM for good: a build
 * in which one chart was rendered could not be interrupted any more. So what was there before is put back. The C library's structure
 * is kept as bytes, since it is another one on each system. On Windows the JVM has no such handlers, and nothing is done.
 */
final class Signals {

    private static final int INTERRUPT = 2;
    private static final int QUIT = 3;
    private static final int TERMINATE = 15;
    /** More than {@code struct sigaction} has on any system. */
    private static final int SIZE = 512;

    private final Map<Integer, Memory> actions = new TreeMap<>();

    private Signals() {}

    /** What is done on signals now. */
    static Signals current() {
        Signals current = new Signals();
        if (!Platform.isWindows()) {
            for (int signal : new int[] {INTERRUPT, QUIT, TERMINATE}) {
                Memory action = new Memory(SIZE);
                action.clear();
                sigaction(signal, Pointer.NULL, action);
                current.actions.put(signal, action);
            }
        }
        return current;
    }

    /** Does again on signals what was done then. */
    void restore() {
        actions.forEach((signal, action) -> sigaction(signal, action, Pointer.NULL));
    }

    private static void sigaction(int signal, Pointer action, Pointer former) {
        Function function = NativeLibrary.getInstance(Platform.C_LIBRARY_NAME).getFunction("sigaction");
        if (function.invokeInt(new Object[] {signal, action, former}) != 0) {
            throw new IllegalStateException("sigaction(" + signal + ") failed");
        }
    }
}
