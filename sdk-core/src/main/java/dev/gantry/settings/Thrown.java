package dev.gantry.settings;

import dev.gantry.finding.Origin;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** What a user's code threw, as a finding tells it. */
final class Thrown {

    private Thrown() {}

    /** The user's exception. What the virtual machine cannot go on after is thrown again. */
    static Throwable cause(InvocationTargetException e) {
        Throwable cause = e.getCause();
        if (cause instanceof VirtualMachineError error) {
            throw error;
        }
        return cause == null ? e : cause;
    }

    static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message.strip();
    }

    /** The line outside the JDK that threw it. */
    static @Nullable Origin origin(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            String name = frame.getClassName();
            String file = frame.getFileName();
            if (name.startsWith("java.") || name.startsWith("jdk.")) {
                continue;
            }
            if (file == null || frame.getLineNumber() <= 0) {
                return null;
            }
            String folder = name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/');
            return Origin.source(folder + file, frame.getLineNumber());
        }
        return null;
    }
}
