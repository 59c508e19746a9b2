package dev.gantry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a test's own source that a comment such as {@code // @port} marks. */
public final class Lines {

    private static final Pattern MARK = Pattern.compile("@([a-z]+)\\b");

    private Lines() {}

    /** The text with every {@code @mark} replaced by the place of the line that ends with that mark. */
    public static String fill(Class<?> test, String text) {
        List<String> source = source(test);
        Matcher marks = MARK.matcher(text);
        return marks.replaceAll(mark -> test.getSimpleName() + ".java:" + line(source, mark.group(1)));
    }

    /** The number of the line that ends with a mark. */
    public static int of(Class<?> test, String mark) {
        return line(source(test), mark);
    }

    private static int line(List<String> source, String mark) {
        for (int i = 0; i < source.size(); i++) {
            if (source.get(i).endsWith("// @" + mark)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line ends with // @" + mark);
    }

    private static List<String> source(Class<?> test) {
        try {
            return Files.readAllLines(Path.of("src/test/java", test.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
