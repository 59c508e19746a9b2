package dev.gantry.engine.desired;

import dev.gantry.bundle.ResourceId;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Objects that an option names: all, none, or each as {@code Kind/namespace/name} or {@code Kind/name}. */
public final class Selection {

    /** No object. */
    public static final Selection NONE = new Selection(false, List.of());

    /** Every object. */
    public static final Selection ALL = new Selection(true, List.of());

    private final boolean all;
    private final TreeSet<String> names;

    private Selection(boolean all, Collection<String> names) {
        this.all = all;
        this.names = new TreeSet<>(names);
    }

    /**
     * What an option says.
     *
     * @param option its name, for a finding
     * @param texts {@code true}, {@code false}, or names of objects
     * @throws FindingsException if one of them is none of that
     */
    public static Selection parse(String option, List<String> texts) {
        if (texts.isEmpty() || texts.equals(List.of("false"))) {
            return NONE;
        }
        if (texts.equals(List.of("true"))) {
            return ALL;
        }
        for (String text : texts) {
            String[] parts = text.split("/", -1);
            boolean named = parts.length == 2 || parts.length == 3;
            for (String part : parts) {
                named &= !part.isBlank();
            }
            if (!named) {
                throw new FindingsException(Finding.of(
                                EnvironmentRule.SELECTION, option + " takes objects, and \"" + text + "\" names none.")
                        .hint(
                                "Write Kind/namespace/name, such as Deployment/shop/web, or Kind/name for what has no namespace;"
                                        + " several with commas between them."));
            }
        }
        return new Selection(false, texts);
    }

    /** Whether this object is meant. */
    public boolean contains(ResourceId id) {
        return all || names.contains(name(id));
    }

    /** Those that are named, but are none of these. */
    public List<String> without(Collection<ResourceId> ids) {
        TreeSet<String> left = new TreeSet<>(names);
        ids.forEach(id -> left.remove(name(id)));
        return List.copyOf(left);
    }

    /** How an object is named: {@code Kind/namespace/name}, or {@code Kind/name}. */
    public static String name(ResourceId id) {
        return id.kind() + "/" + (id.namespace() == null ? "" : id.namespace() + "/") + id.name();
    }
}
