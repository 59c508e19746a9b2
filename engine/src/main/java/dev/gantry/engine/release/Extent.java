package dev.gantry.engine.release;

import dev.gantry.bundle.ResourceId;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the members of a set have to be looked for.
 *
 * @param groupKinds {@code Kind.group} each, {@code Kind} for the core group
 * @param namespaces besides the stack's own
 */
public record Extent(NavigableSet<String> groupKinds, NavigableSet<String> namespaces) {

    /** Nowhere. */
    public static final Extent NONE = new Extent(Collections.emptyNavigableSet(), Collections.emptyNavigableSet());

    private static final Pattern COMMA = Pattern.compile(",");

    /** Copies the sets. */
    public Extent {
        groupKinds = Collections.unmodifiableNavigableSet(new TreeSet<>(groupKinds));
        namespaces = Collections.unmodifiableNavigableSet(new TreeSet<>(namespaces));
    }

    /** Where these objects are. */
    public static Extent of(StackHome home, Collection<ResourceId> ids) {
        NavigableSet<String> groupKinds = new TreeSet<>();
        NavigableSet<String> namespaces = new TreeSet<>();
        for (ResourceId id : ids) {
            groupKinds.add(groupKind(id));
            String namespace = id.namespace();
            if (namespace != null && !namespace.equals(home.namespace())) {
                namespaces.add(namespace);
            }
        }
        return new Extent(groupKinds, namespaces);
    }

    /** What two annotations say; {@code null} is as good as empty. */
    static Extent parse(@Nullable String groupKinds, @Nullable String namespaces) {
        return new Extent(split(groupKinds), split(namespaces));
    }

    /** {@code Kind.group}, or {@code Kind} for the core group. */
    public static String groupKind(ResourceId id) {
        return id.group().isEmpty() ? id.kind() : id.kind() + "." + id.group();
    }

    /** Here and there. */
    public Extent plus(Extent other) {
        NavigableSet<String> allKinds = new TreeSet<>(groupKinds);
        allKinds.addAll(other.groupKinds);
        NavigableSet<String> allNamespaces = new TreeSet<>(namespaces);
        allNamespaces.addAll(other.namespaces);
        return new Extent(allKinds, allNamespaces);
    }

    /** Whether all that is here is there, too. */
    public boolean covers(Extent other) {
        return groupKinds.containsAll(other.groupKinds) && namespaces.containsAll(other.namespaces);
    }

    /** Whether there can be no members. */
    public boolean isEmpty() {
        return groupKinds.isEmpty();
    }

    private static NavigableSet<String> split(@Nullable String text) {
        NavigableSet<String> parts = new TreeSet<>();
        if (text != null) {
            COMMA.splitAsStream(text)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
        }
        return parts;
    }
}
