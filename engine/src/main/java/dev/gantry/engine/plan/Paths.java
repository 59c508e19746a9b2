package dev.gantry.engine.plan;

/** Paths as findings have them: {@code spec.ports[0].port}, {@code metadata.labels["app.kubernetes.io/name"]}. */
final class Paths {

    private Paths() {}

    static String child(String parent, String name) {
        boolean quoted = name.isEmpty() || name.chars().anyMatch(c -> ".[]\"/ ".indexOf(c) >= 0);
        if (quoted) {
            return parent + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
        return parent.isEmpty() ? name : parent + "." + name;
    }

    static String item(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** The path of an item that its list knows by a key; digits alone would be taken for an index. */
    static String item(String parent, String key) {
        boolean quoted = key.isEmpty() || key.indexOf(']') >= 0 || key.chars().allMatch(Character::isDigit);
        return parent + "[" + (quoted ? "\"" + key + "\"" : key) + "]";
    }
}
