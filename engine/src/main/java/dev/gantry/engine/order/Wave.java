package dev.gantry.engine.order;

import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import java.util.List;

/**
 * Objects that are applied at once.
 *
 * @param objects what is applied, in the order of the index
 * @param awaited what has to be ready before any of it is sent: definitions of its kinds, its namespaces, and what the author
 *     says it depends on. All of that is in earlier waves, in those of earlier stacks, or in none at all, where a stack that is
 *     not part of this run has it. What an earlier wave has waited for is not named again; where the list is empty, the wave
 *     follows as soon as all requests of the one before are answered
 */
public record Wave(List<DesiredObject> objects, List<ResourceId> awaited) {

    /** Copies the lists. */
    public Wave {
        objects = List.copyOf(objects);
        awaited = List.copyOf(awaited);
    }
}
