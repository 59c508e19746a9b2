package dev.gantry.findings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The source of an example.
 *
 * @param file its path below the source folder
 * @param first the number of its first line
 * @param lines without the indentation that they share
 */
record Snippet(String file, int first, List<String> lines) {

    private static final String END = "    }";
    private static final int INDENT = 4;

    /** Finds the member of a top-level class that is annotated as the example of a rule. */
    static Snippet of(Class<?> owner, Example example, boolean body) {
        String file = owner.getName().replace('.', '/') + ".java";
        List<String> source;
        try {
            source = Files.readAllLines(moduleOf(owner).resolve("src/test/java").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int at = 0;
        while (!source.get(at).contains("\"" + example.value() + "\"")) {
            at++;
        }
        while (!source.get(at).startsWith("    static")) {
            at++;
        }
        int end = at;
        while (!source.get(end).equals(END)) {
            end++;
        }
        int first = at;
        int last = end;
        if (body) {
            while (!source.get(first).endsWith("{")) {
                first++;
            }
            first++;
            last--;
        }
        int indent = body ? 2 * INDENT : INDENT;
        List<String> lines = source.subList(first, last + 1).stream()
                .map(line -> line.length() < indent ? line.strip() : line.substring(indent))
                .toList();
        return new Snippet(file, first + 1, lines);
    }

    /** The folder of the module that a class was compiled in: the classes, or their jar, are two levels below it. */
    private static Path moduleOf(Class<?> owner) {
        try {
            return Path.of(owner.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("../..")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The text block in it, if there is one. */
    String textBlock() {
        String source = String.join("\n", lines) + "\n";
        int open = source.indexOf("\"\"\"\n");
        int close = open < 0 ? -1 : source.indexOf("\"\"\"", open + 4);
        return close < 0 ? "" : source.substring(open + 4, close).stripIndent().stripTrailing();
    }

    boolean contains(int line) {
        return line >= first && line < first + lines.size();
    }
}
