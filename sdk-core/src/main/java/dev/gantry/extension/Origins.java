package dev.gantry.extension;

import dev.gantry.finding.Origin;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the author's line: the first frame that is neither the SDK's nor the JDK's. What belongs to the SDK is told by
 * code source, not by package, so that an author may use any package. A jar or folder of the SDK holds the file
 * {@value #MARKER}.
 */
public final class Origins {

    /** The file that marks a code source as part of the SDK. */
    public static final String MARKER = "META-INF/gantry/sdk";

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private static final ConcurrentHashMap<String, Boolean> SDK_SOURCES = new ConcurrentHashMap<>();

    /** The packages of the SDK's components, in any module: they are written as an author would write them, so their lines tell something too. */
    private static final String COMPONENTS = ".component";

    private static final ClassValue<Writer> WRITER = new ClassValue<>() {
        @Override
        protected Writer computeValue(Class<?> type) {
            return writtenByAuthor(type)
                    ? Writer.AUTHOR
                    : type.getPackageName().endsWith(COMPONENTS) ? Writer.COMPONENT : Writer.OTHER;
        }
    };

    /** Who has written a class. */
    private enum Writer {
        AUTHOR,
        COMPONENT,
        OTHER
    }

    private Origins() {}

    /** The author's line that is running now; {@code null} if no author's code is on the stack. */
    public static @Nullable Origin here() {
        return WALKER.walk(frames -> first(frames.iterator()));
    }

    private static @Nullable Origin first(Iterator<StackWalker.StackFrame> frames) {
        Origin component = null;
        while (frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            Writer writer = WRITER.get(frame.getDeclaringClass());
            if (writer == Writer.AUTHOR) {
                Origin author = source(frame);
                return component == null ? author : author.via(component);
            }
            if (writer == Writer.COMPONENT && component == null) {
                component = source(frame);
            }
        }
        return null;
    }

    private static Origin source(StackWalker.StackFrame frame) {
        return source(frame.getClassName(), frame.getFileName(), frame.getLineNumber());
    }

    /** The author's line in a stack trace; {@code null} if there is none. */
    public static @Nullable Origin in(StackTraceElement[] trace, ClassLoader loader) {
        for (StackTraceElement element : trace) {
            Class<?> type;
            try {
                type = Class.forName(element.getClassName(), false, loader);
            } catch (ClassNotFoundException | LinkageError e) {
                continue;
            }
            if (WRITER.get(type) == Writer.AUTHOR) {
                return source(element.getClassName(), element.getFileName(), element.getLineNumber());
            }
        }
        return null;
    }

    private static Origin source(String className, @Nullable String fileName, int line) {
        int dot = className.lastIndexOf('.');
        String folder = dot < 0 ? "" : className.substring(0, dot + 1).replace('.', '/');
        String file = fileName;
        if (file == null) {
            String simple = className.substring(dot + 1);
            int dollar = simple.indexOf('$');
            file = (dollar > 0 ? simple.substring(0, dollar) : simple) + ".java";
        }
        return Origin.source(folder + file, Math.max(line, 0));
    }

    private static boolean writtenByAuthor(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return false;
        }
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return true;
        }
        URL location = source.getLocation();
        return !"jrt".equals(location.getProtocol())
                && !SDK_SOURCES.computeIfAbsent(location.toString(), x -> holdsMarker(location));
    }

    private static boolean holdsMarker(URL location) {
        try {
            Path path = Path.of(location.toURI());
            if (Files.isDirectory(path)) {
                return Files.exists(path.resolve(MARKER));
            }
            try (JarFile jar = new JarFile(path.toFile(), false)) {
                return jar.getEntry(MARKER) != null;
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return holdsMarkerInside(location);
        }
    }

    /** For a jar within a jar, or whatever else a class loader has for a code source. */
    private static boolean holdsMarkerInside(URL location) {
        String text = location.toString();
        String separator = text.startsWith("jar:") ? "" : text.endsWith("/") ? "" : "!/";
        String prefix = separator.isEmpty() ? "" : "jar:";
        try {
            URI.create(prefix + text + separator + MARKER).toURL().openStream().close();
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
