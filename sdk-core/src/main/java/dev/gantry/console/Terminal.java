package dev.gantry.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a run in a Java process of its own prints to. A report for machines has standard output to itself; what the
 * author's program prints goes to standard error in any case.
 */
public final class Terminal {

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final boolean machine;

    private Terminal(boolean machine) {
        this.machine = machine;
    }

    /**
     * Takes over standard output for the rest of the process.
     *
     * @param machine whether another program reads the report
     */
    public static Terminal open(boolean machine) {
        Terminal terminal = new Terminal(machine);
        System.setOut(new PrintStream(new Unclosed(terminal.err), true, StandardCharsets.UTF_8));
        return terminal;
    }

    /** Prints findings. */
    public void report(String text) {
        (machine ? out : err).print(text);
    }

    /** Prints what was made. */
    public void summary(String text) {
        (machine ? err : out).print(text);
    }

    /** Ends the process when everything has been printed. */
    public void exit(int status) {
        out.flush();
        err.flush();
        System.exit(status);
    }

    /** Passes everything to another stream, but never closes it. */
    private static final class Unclosed extends OutputStream {

        private final PrintStream target;

        private Unclosed(PrintStream target) {
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
