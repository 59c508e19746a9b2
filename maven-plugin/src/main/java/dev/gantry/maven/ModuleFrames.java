package dev.gantry.maven;

import dev.gantry.finding.Origin;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the module's own classes on a stack. */
final class ModuleFrames {

    private final Path classes;

    ModuleFrames(Path classes) {
        this.classes = classes;
    }

    /** The author's line that the top of the stack was called from; {@code null} if there is none. */
    @Nullable
    Origin line(StackTraceElement... stack) {
        for (StackTraceElement frame : stack) {
            if (isOfModule(frame.getClassName())) {
                return Origin.of(frame);
            }
        }
        return null;
    }

    /** The simple name of the class that all began with, which is the blueprint; {@code null} if there is none. */
    @Nullable
    String program(StackTraceElement... stack) {
        for (int i = stack.length - 1; i >= 0; i--) {
            String name = stack[i].getClassName();
            if (isOfModule(name)) {
                String simple = name.substring(name.lastIndexOf('.') + 1);
                int nested = simple.indexOf('$', 1);
                return nested < 0 ? simple : simple.substring(0, nested);
            }
        }
        return null;
    }

    private boolean isOfModule(String className) {
        try {
            // The class of a lambda expression has a slash in its name, and no file.
            return className.indexOf('/') < 0 && Files.exists(classes.resolve(className.replace('.', '/') + ".class"));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
