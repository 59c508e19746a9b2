package dev.gantry.testing;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a test class is written.
 *
 * @param folder the folder of its source file
 * @param name of the class, such as {@code ShopTest}, or {@code ShopTest.Canary} for a nested one
 */
record TestSource(Path folder, String name) {

    /** What the annotations of JUnit 5 and its engines carry, and those of older frameworks. */
    private static final Set<String> TESTABLE =
            Set.of("org.junit.platform.commons.annotation.Testable", "org.junit.Test", "org.testng.annotations.Test");

    private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy");

    /** The test that is running on this thread: the innermost class with a test method, or else the class that called. */
    static TestSource current() {
        List<Class<?>> callers = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type != TestSource.class && type != Snapshots.class)
                        .distinct()
                        .toList());
        for (Class<?> caller : callers) {
            if (hasTest(caller)) {
                return of(caller);
            }
        }
        return of(callers.get(0));
    }

    /**
     * Where this class is written.
     *
     * @throws IllegalStateException if its source file is not above its compiled classes
     */
    static TestSource of(Class<?> type) {
        Path classes = classes(type);
        Class<?> outer = type;
        String name = type.getSimpleName();
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
            name = outer.getSimpleName() + (name.isEmpty() ? "" : "." + name);
        }
        Path file = Path.of(outer.getPackageName().replace('.', '/'), outer.getSimpleName());
        Path at = classes;
        for (int i = 0; i < 6 && at != null; i++) {
            Path folder = folder(at, file);
            if (folder != null) {
                return new TestSource(folder, name);
            }
            at = at.getParent();
        }
        throw new IllegalStateException("The source file of " + type.getName() + " is in no folder src/*/java above "
                + classes + ", so there is no place for its snapshots.");
    }

    /** The approved file of an environment. */
    Path approved(String environment) {
        return folder.resolve(name + "." + environment + ".approved.yaml");
    }

    private static @Nullable Path classes(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Path folder(Path module, Path file) {
        for (String set : List.of("test", "it", "integrationTest", "main")) {
            for (String language : LANGUAGES) {
                Path source =
                        module.resolve("src").resolve(set).resolve(language).resolve(file);
                String extension = language.equals("kotlin") ? ".kt" : "." + language;
                if (Files.isRegularFile(source.resolveSibling(source.getFileName() + extension))) {
                    return source.getParent();
                }
            }
        }
        return null;
    }

    private static boolean hasTest(Class<?> type) {
        if (type.getClassLoader() == null) {
            return false;
        }
        try {
            for (Method method : type.getDeclaredMethods()) {
                for (Annotation annotation : method.getDeclaredAnnotations()) {
                    if (marksTest(annotation.annotationType(), 0)) {
                        return true;
                    }
                }
            }
        } catch (LinkageError e) {
            return false; // a class whose neighbours are missing is not the author's test
        }
        return false;
    }

    private static boolean marksTest(Class<? extends Annotation> annotation, int depth) {
        if (TESTABLE.contains(annotation.getName())) {
            return true;
        }
        if (depth < 4 && !annotation.getName().startsWith("java.")) {
            for (Annotation meta : annotation.getDeclaredAnnotations()) {
                if (marksTest(meta.annotationType(), depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
