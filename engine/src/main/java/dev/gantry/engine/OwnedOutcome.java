package dev.gantry.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.status.Readiness;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the objects of a custom resource.
 *
 * @param states the objects that there should be, in the order in which they are applied, those first that others need
 * @param findings what stands in the way; nothing was deleted then
 * @param notes what is worth knowing
 * @param deleted what is being deleted since it is no longer wanted
 */
public record OwnedOutcome(List<State> states, List<Finding> findings, List<Finding> notes, List<ResourceId> deleted) {

    /** Copies the lists. */
    public OwnedOutcome {
        states = List.copyOf(states);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
        deleted = List.copyOf(deleted);
    }

    /**
     * An object that there should be.
     *
     * @param id which
     * @param live as it is; {@code null} if it is not there yet
     * @param readiness how far it has come
     */
    public record State(ResourceId id, @Nullable ObjectNode live, Readiness readiness) {}

    /** Whether all is there and ready. */
    public boolean isReady() {
        return findings.isEmpty()
                && states.stream().allMatch(state -> state.readiness().isReady());
    }

    /** The first object that has failed. */
    public Optional<State> failed() {
        return states.stream()
                .filter(state -> state.readiness().state() == Readiness.State.FAILED)
                .findFirst();
    }

    /** The objects that are not ready, in their order. */
    public List<State> pending() {
        return states.stream().filter(state -> !state.readiness().isReady()).toList();
    }
}
