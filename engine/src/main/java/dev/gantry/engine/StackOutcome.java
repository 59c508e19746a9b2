package dev.gantry.engine;

import dev.gantry.engine.progress.Event;
import dev.gantry.finding.Finding;
import java.util.List;

/**
 * How a run ended for one stack.
 *
 * @param stack its name
 * @param revision the number of the revision that was applied, or is still the current one if nothing changed; 0 if it ended before
 *     a revision was begun
 * @param result how it ended
 * @param findings what went wrong, and what is worth knowing
 */
public record StackOutcome(String stack, int revision, Event.Result result, List<Finding> findings) {

    /** Copies the list. */
    public StackOutcome {
        findings = List.copyOf(findings);
    }

    /** Whether the stack is as it was to be. */
    public boolean succeeded() {
        return result == Event.Result.SUCCEEDED;
    }
}
