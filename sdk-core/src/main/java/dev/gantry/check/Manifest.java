package dev.gantry.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Draft;
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

    /** A manifest; made by the run. */
    public Manifest(Resource resource, ResourceId id, String stack, ObjectNode tree) {
        this.resource = resource;
        this.id = id;
        this.stack = stack;
        this.tree = tree;
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

    /** The resources that it names. */
    public List<Reference> references() {
        return Draft.of(resource).references();
    }

    /** The author's line that made it; {@code null} if unknown. */
    public @Nullable Origin origin() {
        return resource.origin();
    }

    /** The author's line of a field, where lines were traced; else of the resource. */
    public @Nullable Origin lineOf(String field) {
        return Draft.of(resource).lineOf(field);
    }

    /**
     * The number that the author gave for a port which a field names; empty if there is none, or if the tree was edited
     * since: then another port may stand at that place.
     */
    public OptionalInt portNumber(String field) {
        return isEdited() ? OptionalInt.empty() : Draft.of(resource).portNumber(field);
    }

    /** Whether something was found wrong with a field already when it was written. */
    boolean hasFlaw(String field) {
        for (Problem problem : Draft.of(resource).problems()) {
            if (problem.field().equals(field)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the author has edited the finished tree. */
    boolean isEdited() {
        return !Draft.of(resource).edits().isEmpty();
    }

    /** As people name it, such as {@code Service shop/web}. */
    @Override
    public String toString() {
        return id.toString();
    }
}
