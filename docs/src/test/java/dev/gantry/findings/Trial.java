package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.TestRun;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.program.ModuleClasses;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An example that can be run. */
final class Trial {

    private static final String SHOWN = "Shop.java";

    private final Class<?> owner;
    private final Example example;
    private final Method method;
    private final Class<?> type;
    private List<Finding> found;

    /**
     * An example.
     *
     * @param owner the class that has it
     * @param example its annotation
     * @param method the method, if it is one
     * @param type the blueprint, if it is one
     */
    Trial(Class<?> owner, Example example, Method method, Class<?> type) {
        this.owner = owner;
        this.example = example;
        this.method = method;
        this.type = type;
    }

    Example example() {
        return example;
    }

    Snippet snippet() {
        return Snippet.of(owner, example, method != null);
    }

    /** Whether its input is a file, and not Java. */
    boolean isFile() {
        return method != null
                && method.getReturnType() == List.class
                && !snippet().textBlock().isEmpty();
    }

    /** What is found, with lines as if the example were a file of its own. It runs once. */
    List<Finding> findings() throws Exception {
        if (found == null) {
            found = run();
        }
        return found;
    }

    private List<Finding> run() throws Exception {
        Path folder = Files.createTempDirectory("example");
        try {
            Snippet snippet = snippet();
            List<Finding> shown = new ArrayList<>();
            for (Finding finding : findings(folder)) {
                Finding other = new Finding(
                        finding.code(),
                        finding.severity(),
                        null,
                        finding.stack(),
                        finding.resource(),
                        finding.field(),
                        shown(finding.origin(), snippet),
                        shown(finding.message(), folder),
                        shown(finding.hint(), folder),
                        List.of(),
                        finding.reason());
                for (Finding.Related related : finding.related()) {
                    other = other.related(shown(related.origin(), snippet), related.message());
                }
                shown.add(other);
            }
            return shown;
        } finally {
            delete(folder);
        }
    }

    private List<Finding> findings(Path folder) throws Exception {
        if (type != null) {
            return impurities(folder);
        }
        method.setAccessible(true);
        try {
            if (method.getParameterCount() == 0) {
                return answer(method.invoke(null));
            }
            Class<?> parameter = method.getParameterTypes()[0];
            if (Scene.class.isAssignableFrom(parameter)) {
                return acted(parameter.asSubclass(Scene.class), folder);
            }
            return parameter == App.class
                    ? TestRun.findingsOf(example.value(), this::define)
                    : answer(method.invoke(null, folder));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof FindingsException found) {
                return found.findings();
            }
            throw e;
        }
    }

    private List<Finding> acted(Class<? extends Scene> type, Path folder) throws ReflectiveOperationException {
        try (Scene scene = type.getConstructor(Path.class).newInstance(folder)) {
            method.invoke(null, scene);
            return scene.findings();
        }
    }

    private void define(App app) {
        try {
            method.invoke(null, app);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Finding> answer(Object result) {
        return (List<Finding>) result;
    }

    private List<Finding> impurities(Path folder) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            Files.copy(in, folder.resolve(file));
        }
        return ModuleClasses.in(folder).impurities(type.getName());
    }

    private static Origin shown(Origin origin, Snippet snippet) {
        if (origin == null || origin.kind() == Origin.PathKind.FILE) {
            return origin;
        }
        if (origin.path().equals(snippet.file()) && snippet.contains(origin.line())) {
            return Origin.source(SHOWN, origin.line() - snippet.first() + 1);
        }
        return origin.line() == 0 ? origin : Origin.source(origin.path(), 0);
    }

    private static String shown(String text, Path folder) {
        return text.replace(folder.toString(), "target/gantry");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
