package dev.gantry.fake.apply;

import dev.gantry.fake.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A set of paths. A path may be in it without what is below it, and the other way round: that somebody owns a container's image does not mean
 * that he owns the container.
 */
public final class FieldSet {

    private static final FieldSet EMPTY = new FieldSet();

    private final TreeSet<PathElement> members = new TreeSet<>();
    private final TreeMap<PathElement, FieldSet> children = new TreeMap<>();

    /** No paths. */
    public static FieldSet empty() {
        return EMPTY;
    }

    /** The one path of these fields. */
    public static FieldSet of(String... fields) {
        Builder builder = new Builder();
        Builder step = builder;
        for (int i = 0; i < fields.length - 1; i++) {
            step = step.below(PathElement.field(fields[i]));
        }
        step.add(PathElement.field(fields[fields.length - 1]));
        return builder.build();
    }

    /** Whether there is no path. */
    public boolean isEmpty() {
        return members.isEmpty() && children.isEmpty();
    }

    /** The paths of one step. */
    TreeSet<PathElement> members() {
        return members;
    }

    /** The paths of more than one step, by the first. */
    TreeMap<PathElement, FieldSet> children() {
        return children;
    }

    /** The rest of the paths that begin with this step. */
    FieldSet below(PathElement step) {
        return children.getOrDefault(step, EMPTY);
    }

    /** The paths that are in either. */
    public FieldSet union(FieldSet other) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        result.members.addAll(other.members);
        result.children.putAll(children);
        other.children.forEach((step, set) -> result.children.merge(step, set, FieldSet::union));
        return result;
    }

    /** The paths that are in both. */
    public FieldSet intersection(FieldSet other) {
        FieldSet result = combine(other, FieldSet::intersection, false);
        result.members.retainAll(other.members);
        return result;
    }

    /** The paths that are not in the other. A path stays although one above it is in the other. */
    public FieldSet difference(FieldSet other) {
        FieldSet result = combine(other, FieldSet::difference, true);
        result.members.removeAll(other.members);
        return result;
    }

    /** The paths that are not in the other, nor below one that is. */
    public FieldSet outside(FieldSet other) {
        FieldSet result = combine(other, FieldSet::outside, true);
        result.members.removeAll(other.members);
        result.children.keySet().removeAll(other.members);
        return result;
    }

    private FieldSet combine(FieldSet other, BinaryOperator<FieldSet> below, boolean keepsOwn) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        children.forEach((step, set) -> {
            @Nullable FieldSet theirs = other.children.get(step);
            FieldSet combined = theirs == null ? (keepsOwn ? set : EMPTY) : below.apply(set, theirs);
            if (!combined.isEmpty()) {
                result.children.put(step, combined);
            }
        });
        return result;
    }

    /**
     * The same, and the declared fields of objects on the way to each path. Removing all that somebody owns of {@code strategy} removes
     * {@code strategy} itself.
     */
    FieldSet withDeclaredParents(@Nullable Type type) {
        FieldSet result = new FieldSet();
        result.members.addAll(members);
        children.forEach((step, set) -> {
            if (type != null && step.isField() && type.declares(step.fieldName())) {
                result.members.add(step);
            }
            result.children.put(step, set.withDeclaredParents(type == null ? null : Descent.into(type, step)));
        });
        return result;
    }

    /** Every path as text, such as {@code .spec.replicas}. */
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        collect("", paths);
        return paths;
    }

    private void collect(String prefix, List<String> paths) {
        members.forEach(step -> paths.add(prefix + step.shown()));
        children.forEach((step, set) -> set.collect(prefix + step.shown(), paths));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldSet set && members.equals(set.members) && children.equals(set.children);
    }

    @Override
    public int hashCode() {
        return members.hashCode() * 31 + children.hashCode();
    }

    @Override
    public String toString() {
        return paths().toString();
    }

    /** A set in the making. */
    static final class Builder {

        private final TreeSet<PathElement> members = new TreeSet<>();
        private final Map<PathElement, Builder> children = new TreeMap<>();

        void add(PathElement step) {
            members.add(step);
        }

        Builder below(PathElement step) {
            return children.computeIfAbsent(step, key -> new Builder());
        }

        FieldSet build() {
            FieldSet set = new FieldSet();
            set.members.addAll(members);
            for (Map.Entry<PathElement, Builder> child : children.entrySet()) {
                FieldSet below = child.getValue().build();
                if (!below.isEmpty()) {
                    set.children.put(child.getKey(), below);
                }
            }
            return set;
        }
    }
}
