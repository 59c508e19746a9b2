package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.Draft;
import dev.gantry.extension.PortName;
import dev.gantry.extension.Problem;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Origin;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A resource as it comes out of a run: placed in a stack, complete, in Kubernetes' field order. */
public final class Manifest {

    private final Resource resource;
    private final ResourceId id;
    private final String stack;
    private final ObjectNode tree;
    private final List<String> hardened;
    private final @Nullable Origin hardenedAt;
    private final @Nullable SortedMap<String, Origin> lines;

    /**
     * A manifest; made by the run.
     *
     * @param hardened the paths of the fields that the hardening of the stack has set
     * @param hardenedAt the author's line that asked for it
     * @param lines the lines of the fields by path, if lines were traced and the author has edited the finished tree;
     *     {@code null} if those that its builder knows are all
     */
    public Manifest(
            Resource resource,
            ResourceId id,
            String stack,
            ObjectNode tree,
            List<String> hardened,
            @Nullable Origin hardenedAt,
            @Nullable SortedMap<String, Origin> lines) {
        this.resource = resource;
        this.id = id;
        this.stack = stack;
        this.tree = tree;
        this.hardened = List.copyOf(hardened);
        this.hardenedAt = hardenedAt;
        this.lines = lines;
    }

    /** The resource of the program. */
    public Resource resource() {
        return resource;
    }

    /** What tells it from all others. */
    public ResourceId id() {
        return id;
    }

    /** The name of its stack. */
    public String stack() {
        return stack;
    }

    /** The final tree. Read it; do not change it. */
    public ObjectNode tree() {
        return tree;
    }

    /** The paths of the fields that the hardening of its stack has set, in the order in which it did. */
    public List<String> hardened() {
        return hardened;
    }

    /** The resources that it names. */
    public List<Reference> references() {
        return Draft.of(resource).references();
    }

    /**
     * Whether a field names what was looked for in vain. A finding says so already, and what follows from it is not worth another.
     *
     * @param field the path of the field itself, such as {@code spec.selector}
     */
    public boolean namesAbsent(String field) {
        for (Reference reference : references()) {
            if (reference.field().equals(field) && Draft.of(reference.target()).isAbsent()) {
                return true;
            }
        }
        return false;
    }

    /** The resources that have to be ready before it is applied, because the author says so. */
    public List<Dependency> dependencies() {
        return Draft.of(resource).dependencies();
    }

    /** The author's line that made it; {@code null} if unknown. */
    public @Nullable Origin origin() {
        return resource.origin();
    }

    /**
     * The author's line of a field, where lines were traced; else of the resource. Of hardening, the stack's line; of what an
     * edit has changed, the edit's.
     */
    public @Nullable Origin lineOf(String field) {
        if (isHardened(field)) {
            return hardenedAt;
        }
        SortedMap<String, Origin> known = lines;
        Origin line =
                known == null ? Draft.of(resource).lineOf(field) : FieldPath.nearest(path -> known.get(path), field);
        return line == null ? origin() : line;
    }

    /** The author's lines of the fields, by path; empty if they were not traced. */
    public SortedMap<String, Origin> lines() {
        SortedMap<String, Origin> all =
                new TreeMap<>(lines == null ? Draft.of(resource).lines() : lines);
        if (hardenedAt != null && !all.isEmpty()) {
            hardened.forEach(field -> all.put(field, hardenedAt));
        }
        return all;
    }

    private boolean isHardened(String field) {
        for (String path : hardened) {
            if (field.equals(path)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The number that the author gave for a port which a field of the tree names; empty if there is none, or if the tree was
     * edited since: then another port may have that name.
     */
    public OptionalInt portNumber(JsonNode field) {
        return field instanceof PortName name && !isEdited() ? OptionalInt.of(name.number()) : OptionalInt.empty();
    }

    /** Whether something was found wrong with a field already when it was written. */
    public boolean hasFlaw(String field) {
        for (Problem problem : Draft.of(resource).problems()) {
            if (problem.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the author has edited the finished tree. */
    public boolean isEdited() {
        return !Draft.of(resource).edits().isEmpty();
    }

    /** As people name it, such as {@code Service shop/web}. */
    @Override
    public String toString() {
        return id.toString();
    }
}
