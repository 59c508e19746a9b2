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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.stream.Stream;
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

    /** As many frames at a time as there usually are up to the caller. */
    private static final StackWalker CALLS =
            StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE), 12);

    private static final ConcurrentHashMap<String, Boolean> SDK_SOURCES = new ConcurrentHashMap<>();

    /** The SDK's components, in any module, are written as an author would write them: their lines tell something too. */
    private static final String COMPONENTS = ".component";

    private static final ClassValue<Code> CODE = new ClassValue<>() {
        @Override
        protected Code computeValue(Class<?> type) {
            return new Code(writtenByAuthor(type) ? Writer.AUTHOR : writerInSdk(type));
        }

        private Writer writerInSdk(Class<?> type) {
            if (Caller.class.isAssignableFrom(type)) {
                return Writer.CALLER;
            }
            return type.getPackageName().endsWith(COMPONENTS) ? Writer.COMPONENT : Writer.OTHER;
        }
    };

    /** The library whose builders an author's edits call. */
    private static final String MODEL = "io.fabric8.";

    /** What calls a program's code in a run; who has called it in turn is no part of the program. */
    public interface Caller {}

    /** Who has written a class. */
    private enum Writer {
        AUTHOR,
        COMPONENT,
        CALLER,
        OTHER
    }

    /** What is known of a class: who has written it, and its source file as soon as one of its lines was asked for. */
    private static final class Code {

        private final Writer writer;
        private @Nullable String path;

        private Code(Writer writer) {
            this.writer = writer;
        }

        private Origin line(StackWalker.StackFrame frame) {
            String known = path;
            if (known == null) {
                known = path(frame.getClassName(), frame.getFileName());
                path = known;
            }
            return Origin.source(known, Math.max(frame.getLineNumber(), 0));
        }
    }

    /** Goes from frame to frame until it knows the author's line. */
    private static final class Search implements Consumer<StackWalker.StackFrame> {

        private @Nullable Origin author;
        private @Nullable Origin component;

        @Override
        public void accept(StackWalker.StackFrame frame) {
            Code code = CODE.get(frame.getDeclaringClass());
            if (code.writer == Writer.AUTHOR) {
                Origin line = code.line(frame);
                author = component == null ? line : line.via(component);
            } else if (code.writer == Writer.COMPONENT && component == null) {
                component = code.line(frame);
            }
        }
    }

    /** Collects the author's calls, up to the one that the SDK made. */
    private static final class Calls implements Consumer<Object> {

        private final List<StackWalker.StackFrame> frames = new ArrayList<>();
        private boolean complete;

        @Override
        public void accept(Object next) {
            StackWalker.StackFrame frame = (StackWalker.StackFrame) next;
            Writer writer = CODE.get(frame.getDeclaringClass()).writer;
            if (writer == Writer.AUTHOR) {
                frames.add(frame);
            }
            complete = writer == Writer.CALLER;
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (StackWalker.StackFrame frame : frames) {
                text.append(frame.getClassName()).append('.').append(frame.getMethodName());
                text.append(':').append(frame.getByteCodeIndex()).append(' ');
            }
            return text.toString();
        }
    }

    private Origins() {}

    /** The author's line that is running now; {@code null} if no author's code is on the stack. */
    public static @Nullable Origin here() {
        return WALKER.walk(Origins::first);
    }

    /**
     * The calls of the author's code that are running now, as a text that is the same whenever the program is at the same place
     * by the same way.
     */
    static String calls() {
        return CALLS.walk(Origins::calls).text();
    }

    private static Calls calls(Stream<StackWalker.StackFrame> stack) {
        Spliterator<StackWalker.StackFrame> frames = stack.spliterator();
        Calls calls = new Calls();
        while (!calls.complete && frames.tryAdvance(calls)) {}
        return calls;
    }

    private static @Nullable Origin first(Stream<StackWalker.StackFrame> stack) {
        // Without an iterator or a filter: each resource comes here, most of them before any of this is compiled.
        Spliterator<StackWalker.StackFrame> frames = stack.spliterator();
        Search search = new Search();
        while (search.author == null && frames.tryAdvance(search)) {}
        return search.author;
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
            if (CODE.get(type).writer == Writer.AUTHOR) {
                return Origin.source(
                        path(element.getClassName(), element.getFileName()), Math.max(element.getLineNumber(), 0));
            }
        }
        return null;
    }

    private static String path(String className, @Nullable String fileName) {
        int dot = className.lastIndexOf('.');
        String folder = dot < 0 ? "" : className.substring(0, dot + 1).replace('.', '/');
        String file = fileName;
        if (file == null) {
            String simple = className.substring(dot + 1);
            int dollar = simple.indexOf('$');
            file = (dollar > 0 ? simple.substring(0, dollar) : simple) + ".java";
        }
        return folder + file;
    }

    private static boolean writtenByAuthor(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null
                || loader == ClassLoader.getPlatformClassLoader()
                || type.getName().startsWith(MODEL)) {
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
