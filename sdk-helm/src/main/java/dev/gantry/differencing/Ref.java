package dev.gantry.differencing;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a value that a template may use.
 *
 * @param root where it begins
 * @param depth of an element: the number of loops around the one whose element it is; 0 for other roots
 * @param path the keys to follow from there; {@link #FIRST} for the first element of a list
 */
public record Ref(Root root, int depth, List<String> path) {

    /** The step to the first element of a list. */
    public static final String FIRST = "[0]";

    /** Where a way begins. */
    public enum Root {
        /** The settings. */
        SETTINGS,
        /** What is known of the release. */
        RELEASE,
        /** The element of a list that a loop is at. */
        ELEMENT
    }

    /** Copies the path. */
    public Ref {
        path = List.copyOf(path);
    }

    /** A setting. */
    static Ref setting(List<String> path) {
        return new Ref(Root.SETTINGS, 0, path);
    }

    /** Something of the release, such as its {@code name}. */
    static Ref release(String field) {
        return new Ref(Root.RELEASE, 0, List.of(field));
    }

    /** The element of a loop. */
    static Ref element(int depth) {
        return new Ref(Root.ELEMENT, depth, List.of());
    }

    /** The way one key further. */
    Ref then(String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return new Ref(root, depth, longer);
    }

    /** As messages name it, such as {@code database.hosts}. */
    @Override
    public String toString() {
        String keys = String.join(".", path).replace("." + FIRST, FIRST);
        return switch (root) {
            case SETTINGS -> keys;
            case RELEASE -> "release." + keys;
            case ELEMENT -> "element" + (keys.isEmpty() ? "" : "." + keys);
        };
    }
}
