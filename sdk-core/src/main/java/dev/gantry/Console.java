package dev.gantry;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The terminal side of a run in a Java process of its own. */
final class Console {

    private Console() {}

    /** Runs a program, prints what came of it, and ends the process. */
    static void runAndExit(@Nullable Blueprint<?> blueprint, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        // What a blueprint prints must not get into a report that another program reads.
        System.setOut(new PrintStream(new FilterToErr(err), true, StandardCharsets.UTF_8));
        boolean machine = isForMachines(arguments);
        ClassLoader loader = blueprint == null
                ? Thread.currentThread().getContextClassLoader()
                : blueprint.getClass().getClassLoader();
        int result = new Execution(blueprint, loader, report -> (machine ? out : err).print(report), summary -> {
                    (machine ? err : out).print(summary);
                })
                .run(arguments);
        if (result == Main.NO_BLUEPRINT) {
            err.println("There is no blueprint among the compiled classes. Name its class, or give --classes DIR.");
        }
        out.flush();
        err.flush();
        System.exit(result);
    }

    private static boolean isForMachines(String... arguments) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals("--report") && !arguments[i + 1].equals("text")) {
                return true;
            }
        }
        return false;
    }

    /** Passes everything to another stream, without closing it. */
    private static final class FilterToErr extends OutputStream {

        private final PrintStream target;

        private FilterToErr(PrintStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            target.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            target.write(bytes, offset, length);
        }
    }
}
