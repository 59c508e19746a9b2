package dev.gantry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that was looked for in a tree.
 *
 * @param node what is there; a missing node if nothing is
 * @param problem why nothing is there; empty if something is
 */
record FieldLookup(JsonNode node, String problem) {

    /**
     * Looks for a field.
     *
     * @param path such as {@code spec.ports[0].port} or {@code metadata.labels["app.kubernetes.io/name"]}
     */
    static FieldLookup of(JsonNode tree, String path) {
        JsonNode at = tree;
        StringBuilder before = new StringBuilder();
        for (String part : parts(path)) {
            JsonNode next;
            if (at.isArray()) {
                int index = index(part);
                next = index < 0 ? MissingNode.getInstance() : at.path(index);
            } else {
                next = at.path(part);
            }
            if (next.isMissingNode()) {
                return new FieldLookup(next, problem(at, before.toString(), part));
            }
            before.append(before.isEmpty() ? "" : ".").append(part);
            at = next;
        }
        return new FieldLookup(at, "");
    }

    private static String problem(JsonNode at, String before, String part) {
        String owner = before.isEmpty() ? "it" : before;
        if (at.isArray()) {
            return owner + " has " + at.size() + (at.size() == 1 ? " item" : " items") + ", and no item [" + part + "]";
        }
        if (at.isObject()) {
            List<String> names = new ArrayList<>();
            at.fieldNames().forEachRemaining(names::add);
            return owner + " has " + Shown.list(names, name -> name);
        }
        return owner + " is " + Shown.value(at);
    }

    private static int index(String part) {
        try {
            return Integer.parseInt(part);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < path.length()) {
            int end;
            if (path.startsWith("[\"", at)) {
                end = path.indexOf("\"]", at + 2);
                parts.add(path.substring(at + 2, end < 0 ? path.length() : end));
                end = end < 0 ? path.length() : end + 2;
            } else if (path.charAt(at) == '[') {
                end = path.indexOf(']', at);
                parts.add(path.substring(at + 1, end < 0 ? path.length() : end));
                end = end < 0 ? path.length() : end + 1;
            } else {
                end = at;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                parts.add(path.substring(at, end));
            }
            at = end < path.length() && path.charAt(end) == '.' ? end + 1 : end;
        }
        return parts;
    }
}
