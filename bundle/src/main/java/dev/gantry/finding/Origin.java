package dev.gantry.finding;

import org.jspecify.annotations.Nullable;

/**
 * The line that the author of a program has to look at.
 *
 * @param kind what {@code path} is relative to
 * @param path with {@code /} on every system: {@code com/acme/Shop.java} below a source folder, or
 *     {@code src/main/gantry/production.yaml} below the module's folder
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param via the line of one of the SDK's own components that did it on the author's behalf; {@code null} if none did
 */
public record Origin(
        PathKind kind,
        String path,
        int line,
        int column,
        @Nullable Origin via) {

    /** What the path of an origin is relative to. */
    public enum PathKind {
        /** A source file, relative to one of the module's source folders. */
        SOURCE,
        /** Any other file, relative to the module's folder. */
        FILE
    }

    /** A line of a source file, whose path is relative to a source folder. */
    public static Origin source(String path, int line) {
        return new Origin(PathKind.SOURCE, path, line, 0, null);
    }

    /**
     * The line of a frame of the stack. Where the class does not tell its source file, that of its outermost class is
     * meant.
     */
    public static Origin of(StackTraceElement frame) {
        String name = frame.getClassName();
        int simple = name.lastIndexOf('.') + 1;
        String file = frame.getFileName();
        if (file == null) {
            int nested = name.indexOf('$', simple + 1);
            file = name.substring(simple, nested < 0 ? name.length() : nested) + ".java";
        }
        return source(name.substring(0, simple).replace('.', '/') + file, Math.max(0, frame.getLineNumber()));
    }

    /** A place in a file, whose path is relative to the module's folder. */
    public static Origin file(String path, int line, int column) {
        return new Origin(PathKind.FILE, path, line, column, null);
    }

    /** The same line, where a component of the SDK did on the author's behalf what was done. */
    public Origin via(@Nullable Origin component) {
        return new Origin(kind, path, line, column, component);
    }

    /** The last part of the path, such as {@code Shop.java}. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code Shop.java:31} for source files, {@code src/main/gantry/production.yaml:3} for others. */
    @Override
    public String toString() {
        String shown = kind == PathKind.SOURCE ? fileName() : path;
        return line > 0 ? shown + ":" + line : shown;
    }
}
