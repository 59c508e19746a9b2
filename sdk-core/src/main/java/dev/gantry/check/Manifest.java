package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Draft;
import dev.gantry.extension.PortName;
import dev.gantry.extension.Problem;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Origin;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A resource as it comes out of a run: placed in a stack, complete, in Kubernetes' field order. */
public final class Manifest {

    private final Resource resource;
    private final ResourceId id;
    private final String stack;
    private final ObjectNode tree;
    private final List<String> hardened;
    private final @Nullable Origin hardenedAt;

    /**
     * A manifest; made by the run.
     *
     * @param hardened the paths of the fields that the hardening of the stack has set
     * @param hardenedAt the author's line that asked for it
     */
    public Manifest(
            Resource resource,
            ResourceId id,
            String stack,
            ObjectNode tree,
            List<String> hardened,
            @Nullable Origin hardenedAt) {
        this.resource = resource;
        this.id = id;
        this.stack = stack;
        this.tree = tree;
        this.hardened = List.copyOf(hardened);
        this.hardenedAt = hardenedAt;
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

    /** The author's line that made it; {@code null} if unknown. */
    public @Nullable Origin origin() {
        return resource.origin();
    }

    /** The author's line of a field, where lines were traced; else of the resource. Of hardening, the stack's line. */
    public @Nullable Origin lineOf(String field) {
        return isHardened(field) ? hardenedAt : Draft.of(resource).lineOf(field);
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
