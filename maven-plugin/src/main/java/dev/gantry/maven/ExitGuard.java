package dev.gantry.maven;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps a program that ends the Java process from ending the build as if all were well. The SDK finds such calls in the
 * module's own classes before it runs them; this is for those in libraries.
 */
final class ExitGuard implements AutoCloseable {

    private final ClassLoader program;
    private final ModuleFrames frames;
    private final Consumer<Finding> report;
    private final Thread hook = new Thread(this::lookForExit, "gantry-exit-guard");

    private ExitGuard(ClassLoader program, ModuleFrames frames, Consumer<Finding> report) {
        this.program = program;
        this.frames = frames;
        this.report = report;
    }

    /** Guards until it is closed. Where the program ends the process, that is reported, and the process fails. */
    static ExitGuard begin(ClassLoader program, ModuleFrames frames, Consumer<Finding> report) {
        ExitGuard guard = new ExitGuard(program, frames, report);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook is running.
        }
    }

    private void lookForExit() {
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            StackTraceElement[] stack = entry.getValue();
            if (exits(stack) && (entry.getKey().getContextClassLoader() == program || frames.line(stack) != null)) {
                report.accept(finding(frames, stack));
                Runtime.getRuntime().halt(1);
            }
        }
    }

    /** Not so for Ctrl-C, which ends the process from a thread of the JVM's own. */
    private static boolean exits(StackTraceElement... stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit")) {
                return true;
            }
        }
        return false;
    }

    private static Finding finding(ModuleFrames frames, StackTraceElement... stack) {
        return new Finding(
                "GTY-PUR-007",
                Severity.ERROR,
                null,
                null,
                null,
                null,
                frames.line(stack),
                "The program ended the Java process, and the build with it: a library that it calls uses System.exit().",
                "Do without that call, or have the library return instead.",
                List.of(),
                null);
    }
}
