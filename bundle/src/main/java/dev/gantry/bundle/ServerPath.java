package dev.gantry.bundle;

import java.util.ArrayList;
import java.util.List;

/**
 * Paths of fields as API servers write them, brought to the form of the index: {@code .spec.replicas} and
 * {@code metadata.labels[app.kubernetes.io/name]} become {@code spec.replicas} and
 * {@code metadata.labels["app.kubernetes.io/name"]}. A part such as {@code [name="web"]} stays: which item that is, only the
 * manifest tells.
 */
final class ServerPath {

    private ServerPath() {}

    static String toIndex(String path) {
        StringBuilder shown = new StringBuilder();
        for (String part : parts(path)) {
            String key = part.startsWith("[") ? part.substring(1, part.length() - 1) : "";
            if (!part.startsWith("[")) {
                shown.append(shown.length() == 0 ? "" : ".").append(part);
            } else if (key.startsWith("\"") || key.chars().allMatch(Character::isDigit) || key.contains("=\"")) {
                shown.append(part);
            } else if (needsQuotes(key)) {
                shown.append("[\"").append(key).append("\"]");
            } else {
                shown.append(shown.length() == 0 ? "" : ".").append(key);
            }
        }
        return shown.toString();
    }

    /** The path without its last part; empty for a path of one part. */
    static String parent(String path) {
        List<String> parts = parts(path);
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        int end = path.length() - last.length();
        return path.substring(0, Math.max(0, end > 0 && path.charAt(end - 1) == '.' ? end - 1 : end));
    }

    /** Names, and what is in brackets together with them. */
    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < path.length()) {
            char c = path.charAt(at);
            if (c == '[') {
                add(parts, path.substring(start, at));
                int end = closing(path, at);
                parts.add(path.substring(at, end));
                start = end;
                at = end;
            } else {
                if (c == '.') {
                    add(parts, path.substring(start, at));
                    start = at + 1;
                }
                at++;
            }
        }
        add(parts, path.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String name) {
        if (!name.isEmpty()) {
            parts.add(name);
        }
    }

    /** Behind the bracket that closes the one at a place; brackets within quotes do not count. */
    private static int closing(String path, int open) {
        boolean quoted = false;
        for (int i = open + 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return i + 1;
            }
        }
        return path.length();
    }

    /** As the index quotes the names of fields. */
    private static boolean needsQuotes(String name) {
        return name.isEmpty() || name.chars().anyMatch(c -> "./ \"[]".indexOf(c) >= 0);
    }
}
