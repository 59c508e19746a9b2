package dev.gantry.program;

import dev.gantry.extension.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the Javadoc of classes says of their properties. It is read from the source files of the program, where those are at
 * hand; compiled classes do not have it.
 */
public final class SourceComments {

    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)(?:\\s+(\\S+))?");
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|literal|link|linkplain)\\s+([^}]*)}");

    private final Function<String, @Nullable String> files;
    private final Map<Class<?>, Map<String, String>> known = new HashMap<>();

    private SourceComments(Function<String, @Nullable String> files) {
        this.files = files;
    }

    /**
     * Comments from the files below these folders.
     *
     * @param sourceRoots such as {@code src/main/java}
     */
    public static SourceComments in(List<Path> sourceRoots) {
        List<Path> roots = List.copyOf(sourceRoots);
        return new SourceComments(file -> {
            for (Path root : roots) {
                Path source = root.resolve(file);
                if (Files.isRegularFile(source)) {
                    try {
                        return Files.readString(source);
                    } catch (IOException e) {
                        return null; // Comments are missed then, and nothing else.
                    }
                }
            }
            return null;
        });
    }

    /** Comments from the program's own files, which become inputs of the run. */
    public static SourceComments of(Run run) {
        return new SourceComments(file -> {
            for (Path root : run.sourceRoots()) {
                Path source = root.resolve(file);
                if (Files.isRegularFile(run.resolve(source))) {
                    return new String(run.read(source), StandardCharsets.UTF_8);
                }
            }
            return null;
        });
    }

    /** What is said of a property, as plain text on one line; {@code null} if nothing is. */
    public @Nullable String of(Class<?> type, String property) {
        return comments(type).get(property);
    }

    /** What is said of a type itself, as plain text on one line; {@code null} if nothing is. */
    public @Nullable String of(Class<?> type) {
        return comments(type).get("");
    }

    /** Whether the source file of a type is at hand. */
    public boolean has(Class<?> type) {
        return files.apply(fileOf(type)) != null;
    }

    private Map<String, String> comments(Class<?> type) {
        return known.computeIfAbsent(type, each -> {
            String source = files.apply(fileOf(each));
            return source == null ? Map.of() : comments(source, each.getSimpleName());
        });
    }

    private static String fileOf(Class<?> type) {
        Class<?> outermost = type;
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            outermost = outer;
        }
        return outermost.getName().replace('.', '/') + ".java";
    }

    /** The comments of a type in a source file: its own by the empty name, and those of its properties. */
    static Map<String, String> comments(String source, String type) {
        Map<String, String> comments = new HashMap<>();
        for (DocumentedMember member : DocumentedMember.in(source, type)) {
            String comment = member.comment().replaceAll("(?m)^\\s*\\*", "");
            Map<String, String> tags = tags(comment);
            if (member.isType()) {
                tags.forEach(comments::putIfAbsent);
            } else {
                String text = tags.getOrDefault("", "");
                if (!text.isEmpty()) {
                    comments.put(member.property(), text);
                }
            }
        }
        return comments;
    }

    /** The main description by the empty name, and what is said of each parameter. */
    private static Map<String, String> tags(String comment) {
        Map<String, String> tags = new HashMap<>();
        Matcher tag = TAG.matcher(comment);
        int start = 0;
        String name = "";
        while (tag.find()) {
            put(tags, name, comment.substring(start, tag.start()));
            name = tag.group(1).equals("param") ? tag.group(2) : null;
            start = tag.end();
        }
        put(tags, name, comment.substring(start));
        return tags;
    }

    private static void put(Map<String, String> tags, @Nullable String name, String text) {
        String plain = plain(text);
        if (name != null && !plain.isEmpty()) {
            tags.put(name, plain);
        }
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
