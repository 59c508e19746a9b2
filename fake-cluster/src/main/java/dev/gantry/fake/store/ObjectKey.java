package dev.gantry.fake.store;

import java.util.Comparator;

/**
 * Where an object is kept.
 *
 * @param resource such as {@code deployments.apps}
 * @param namespace empty for a kind that has none
 * @param name its name
 */
public record ObjectKey(String resource, String namespace, String name) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::resource)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
