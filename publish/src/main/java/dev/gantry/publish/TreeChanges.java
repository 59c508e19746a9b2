package dev.gantry.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.field.FieldDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What publishing changes, folder by folder: each is that of a stack in an environment.
 *
 * @param written the files that are new or have another content
 * @param deleted the files that are no more
 * @param folders for each folder, what happens in it: a line for each object
 */
record TreeChanges(SortedSet<String> written, SortedSet<String> deleted, SortedMap<String, List<Change>> folders) {

    private static final int MOST_FIELDS = 4;
    private static final int LONGEST_VALUE = 40;

    /** What happens to an object. */
    enum Kind {
        ADDED("+"),
        CHANGED("~"),
        REMOVED("-");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /**
     * One object.
     *
     * @param details what of it changes; empty for one that is added or removed
     */
    record Change(Kind kind, String object, String details) {

        @Override
        public String toString() {
            return kind.sign + " " + object + (details.isEmpty() ? "" : ": " + details);
        }
    }

    /**
     * Compares what is there with what is to be.
     *
     * @param before the content of the files that are Gantry's; those that are gone are not among them
     */
    static TreeChanges between(SortedMap<String, byte[]> before, SortedMap<String, byte[]> after) {
        SortedSet<String> written = new TreeSet<>();
        SortedSet<String> deleted = new TreeSet<>(before.keySet());
        deleted.removeAll(after.keySet());
        SortedMap<String, List<Change>> folders = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : after.entrySet()) {
            byte[] old = before.get(file.getKey());
            if (old == null || !Arrays.equals(old, file.getValue())) {
                written.add(file.getKey());
                add(folders, file.getKey(), change(file.getKey(), old, file.getValue()));
            }
        }
        for (String path : deleted) {
            String object = ManifestText.of(path, before.getOrDefault(path, new byte[0]))
                    .name();
            add(folders, path, new Change(Kind.REMOVED, object, ""));
        }
        return new TreeChanges(written, deleted, folders);
    }

    boolean isEmpty() {
        return written.isEmpty() && deleted.isEmpty();
    }

    /** How many objects are added, changed or removed. */
    long count(Kind kind) {
        return folders.values().stream()
                .flatMap(List::stream)
                .filter(change -> change.kind() == kind)
                .count();
    }

    private static void add(SortedMap<String, List<Change>> folders, String path, Change change) {
        int slash = path.lastIndexOf('/');
        folders.computeIfAbsent(slash < 0 ? "." : path.substring(0, slash), x -> new ArrayList<>())
                .add(change);
    }

    private static Change change(String path, byte @Nullable [] old, byte[] content) {
        ManifestText after = ManifestText.of(path, content);
        if (old == null) {
            return new Change(Kind.ADDED, after.name(), "");
        }
        ManifestText before = ManifestText.of(path, old);
        JsonNode from = before.tree();
        JsonNode to = after.tree();
        if (from.isMissingNode() || to.isMissingNode()) {
            return new Change(Kind.CHANGED, after.name(), "");
        }
        List<String> fields = new ArrayList<>();
        List<FieldDifference> differences = FieldDifference.between(from, to);
        for (FieldDifference difference : differences.subList(0, Math.min(differences.size(), MOST_FIELDS))) {
            fields.add(shown(difference.masked(after.kind())));
        }
        if (differences.size() > MOST_FIELDS) {
            fields.add((differences.size() - MOST_FIELDS) + " more");
        }
        return new Change(Kind.CHANGED, after.name(), String.join(", ", fields));
    }

    private static String shown(FieldDifference difference) {
        JsonNode from = difference.from();
        JsonNode to = difference.to();
        return from == null
                ? difference.path() + " = " + shown(to)
                : to == null
                        ? difference.path() + " is gone"
                        : difference.path() + " " + shown(from) + " -> " + shown(to);
    }

    private static String shown(@Nullable JsonNode value) {
        String text = value == null
                ? ""
                : value.isContainerNode() ? value.toString() : value.asText().replace("\n", "\\n");
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 3) + "..." : text;
    }
}
