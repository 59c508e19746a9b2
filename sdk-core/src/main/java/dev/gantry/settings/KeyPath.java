package dev.gantry.settings;

/** Paths of keys as messages show them and overrides name them: {@code database.hosts[0]}, {@code labels[a.b/c]}. */
public final class KeyPath {

    private KeyPath() {}

    /** The path of a key of a mapping; in brackets where it has characters that a path gives meaning to. */
    public static String key(String parent, String key) {
        if (key.indexOf('.') >= 0 || key.indexOf('[') >= 0 || key.indexOf(']') >= 0 || key.isEmpty()) {
            return parent + "[" + key + "]";
        }
        return parent.isEmpty() ? key : parent + "." + key;
    }

    static String element(String parent, int index) {
        return parent + "[" + index + "]";
    }
}
