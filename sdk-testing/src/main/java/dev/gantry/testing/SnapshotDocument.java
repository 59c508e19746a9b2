package dev.gantry.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * One document of a snapshot's text.
 *
 * @param key tells it from all others of its text
 * @param name as people name the resource, such as {@code Service shop/web}
 * @param line where it begins, from 1
 * @param lines without line ends
 */
record SnapshotDocument(String key, String name, int line, List<String> lines) {

    /** The documents of a text that {@link SnapshotText} wrote, maybe with changes by hand. */
    static List<SnapshotDocument> in(String text) {
        List<SnapshotDocument> documents = new ArrayList<>();
        List<String> lines = text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            // A line of a value is never all of a line: values are indented.
            if (i == lines.size() || lines.get(i).equals(SnapshotText.SEPARATOR)) {
                List<String> own = withoutLastLineEnd(lines.subList(start, i), i == lines.size());
                if (!own.isEmpty()) {
                    documents.add(document(start + 1, own));
                }
                start = i + 1;
            }
        }
        return documents;
    }

    private static List<String> withoutLastLineEnd(List<String> lines, boolean last) {
        boolean ended = last && !lines.isEmpty() && lines.get(lines.size() - 1).isEmpty();
        return ended ? lines.subList(0, lines.size() - 1) : lines;
    }

    private static SnapshotDocument document(int line, List<String> lines) {
        String stack = value(lines, SnapshotText.STACK);
        String apiVersion = value(lines, "apiVersion: ");
        String kind = value(lines, "kind: ");
        int metadata = Math.max(lines.indexOf("metadata:"), 0);
        List<String> rest = lines.subList(metadata, lines.size());
        String namespace = value(rest, "  namespace: ");
        String name = kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + value(rest, "  name: ");
        return new SnapshotDocument(stack + "|" + apiVersion + "|" + name, name, line, List.copyOf(lines));
    }

    private static String value(List<String> lines, String start) {
        for (String line : lines) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
            if (start.startsWith(" ") && !line.startsWith(" ") && !line.equals("metadata:")) {
                return "";
            }
        }
        return "";
    }
}
