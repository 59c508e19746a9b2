package dev.gantry.engine.problem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is larger than API servers take, before anything is sent: a request of 3 MiB, annotations of 256 KiB, the data of a
 * ConfigMap or a Secret of 1 MiB, and 1.5 MiB that the store takes of an object.
 */
public final class Sizes {

    static final long REQUEST = 3 * 1024 * 1024;
    static final long STORED = 3 * 512 * 1024;
    static final long ANNOTATIONS = 256 * 1024;
    static final long DATA = 1024 * 1024;

    private Sizes() {}

    /** The finding for an object that is too large; empty if it is not. */
    public static Optional<Finding> check(DesiredObject object) {
        if (object.size() <= ANNOTATIONS) {
            return Optional.empty(); // As with nearly all objects; their trees are not read for it.
        }
        JsonNode tree = object.tree();
        List<Part> annotations = parts(tree.path("metadata").path("annotations"), "metadata.annotations", true);
        if (sum(annotations) > ANNOTATIONS) {
            return Optional.of(finding(
                    object, "the annotations", sum(annotations), ANNOTATIONS, annotations, "metadata.annotations"));
        }
        String kind = object.id().kind();
        if (object.id().group().isEmpty() && (kind.equals("ConfigMap") || kind.equals("Secret"))) {
            List<Part> data = parts(tree.path("data"), "data", kind.equals("ConfigMap"));
            data.addAll(parts(tree.path("binaryData"), "binaryData", false));
            data.addAll(parts(tree.path("stringData"), "stringData", true));
            return sum(data) > DATA
                    ? Optional.of(finding(object, "the data", sum(data), DATA, data, ""))
                    : Optional.empty();
        }
        return whole(object, tree);
    }

    /** Kinds of Kubernetes' own are stored in fewer bytes than as JSON, but not in fewer than their values have. */
    private static Optional<Finding> whole(DesiredObject object, JsonNode tree) {
        long text = object.size();
        List<Part> parts = new ArrayList<>();
        tree.properties()
                .forEach(field -> parts.add(
                        new Part(field.getKey(), bytes(field.getValue().toString()))));
        if (text > REQUEST) {
            return Optional.of(finding(object, "the object", text, REQUEST, parts, ""));
        }
        long stored = isOwn(object.id().group()) ? values(tree) : text;
        return stored > STORED
                ? Optional.of(finding(object, "the object", stored, STORED, parts, ""))
                : Optional.empty();
    }

    private static boolean isOwn(String group) {
        return !group.contains(".") || group.endsWith(".k8s.io");
    }

    private static long values(JsonNode node) {
        if (!node.isContainerNode()) {
            return node.isTextual() ? bytes(node.asText()) : 0;
        }
        long sum = 0;
        for (JsonNode child : node) {
            sum += values(child);
        }
        return sum;
    }

    /** A part of an object. */
    private record Part(String path, long bytes) {}

    private static List<Part> parts(JsonNode map, String path, boolean plain) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            String text = entry.getValue().asText("");
            long size = plain
                    ? bytes(text)
                    : text.length() / 4 * 3L - (text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0);
            long key = path.equals("metadata.annotations") ? bytes(entry.getKey()) : 0;
            parts.add(new Part(path + "[\"" + entry.getKey() + "\"]", size + key));
        }
        return parts;
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    private static Finding finding(
            DesiredObject object, String what, long size, long limit, List<Part> parts, String field) {
        Part biggest =
                parts.stream().reduce(new Part("", 0), (one, other) -> other.bytes() > one.bytes() ? other : one);
        String verb = what.equals("the annotations") ? " have " : " has ";
        String message = what + verb + shown(size) + ", and a cluster takes " + shown(limit) + "; the biggest part is "
                + biggest.path() + " with " + shown(biggest.bytes());
        return Finding.of(ClusterRule.TOO_LARGE, Sentence.of(message))
                .hint(
                        "Large files belong into an image, a volume or a store of their own, small ones into several objects.")
                .on(object.id().toString(), field.isEmpty() ? biggest.path() : field)
                .at(object.origin())
                .in(null, object.entry().stack());
    }

    private static String shown(long bytes) {
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.2f MiB", bytes / 1024.0 / 1024.0);
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
