package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.ObjectRef;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator knows of the objects that it has made, since it watches them. It may lag behind the cluster. */
public interface KnownObjects {

    /** Whether objects of a kind are watched. */
    boolean covers(ApiResource resource);

    /** An object that the operator has made; empty if it knows none. Not to be changed. */
    Optional<ObjectNode> get(ObjectRef ref);

    /** All objects that were made for a custom resource, or for an earlier one of its name. Not to be changed. */
    List<Known> of(Owner owner);

    /**
     * Is told what has become of an object, before the watch tells.
     *
     * @param now as the server answered
     * @param before as {@link #get} answered; {@code null} if it was not known
     */
    void written(ObjectRef ref, ObjectNode now, @Nullable ObjectNode before);

    /**
     * An object.
     *
     * @param ref which
     * @param live as it was seen last
     */
    record Known(ObjectRef ref, ObjectNode live) {}
}
