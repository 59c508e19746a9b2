package dev.gantry.helmchart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the Javadoc of records says of their components. It is read from the source files of the program, where those are at hand;
 * compiled classes do not have it.
 */
final class RecordJavadoc {

    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)\\s+(\\S+)?");
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|literal|link|linkplain)\\s+([^}]*)}");

    private final List<Path> sourceRoots;
    private final Map<Class<?>, Map<String, String>> known = new HashMap<>();

    RecordJavadoc(List<Path> sourceRoots) {
        this.sourceRoots = List.copyOf(sourceRoots);
    }

    /** What is said of a component, as plain text on one line; {@code null} if nothing is. */
    @Nullable
    String of(Class<?> type, String component) {
        return known.computeIfAbsent(type, this::read).get(component);
    }

    private Map<String, String> read(Class<?> type) {
        Class<?> outermost = type;
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            outermost = outer;
        }
        String file = outermost.getName().replace('.', '/') + ".java";
        for (Path root : sourceRoots) {
            Path source = root.resolve(file);
            if (Files.isRegularFile(source)) {
                try {
                    return components(Files.readString(source), type.getSimpleName());
                } catch (IOException e) {
                    return Map.of(); // Comments are missed then, and nothing else.
                }
            }
        }
        return Map.of();
    }

    static Map<String, String> components(String source, String record) {
        Pattern declaration = Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/\\s*(?:@[\\w.]+(?:\\([^)]*\\))?\\s*)*"
                + "(?:(?:public|protected|private|static|final|strictfp)\\s+)*record\\s+"
                + Pattern.quote(record) + "\\b");
        Matcher declared = declaration.matcher(source);
        return declared.find() ? parameters(declared.group(1).replaceAll("(?m)^\\s*\\*", "")) : Map.of();
    }

    private static Map<String, String> parameters(String comment) {
        Map<String, String> parameters = new HashMap<>();
        Matcher tag = TAG.matcher(comment);
        int start = -1;
        String name = null;
        while (tag.find()) {
            if (name != null) {
                parameters.put(name, plain(comment.substring(start, tag.start())));
            }
            name = tag.group(1).equals("param") ? tag.group(2) : null;
            start = tag.end();
        }
        if (name != null) {
            parameters.put(name, plain(comment.substring(start)));
        }
        return parameters;
    }

    private static String plain(String javadoc) {
        return INLINE.matcher(javadoc)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)))
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }
}
