package dev.gantry.extension;

import java.util.HashMap;
import java.util.Map;

/**
 * Which calls of the author's code make the resources of many runs, one after the other. To look at the stack takes longer than to make a
 * resource. So where a run has made the same resources as an earlier one up to here, and makes one of the same kind and name next, it is
 * taken to do so at the same place.
 */
public final class CallRecord {

    private final Step start = new Step("");
    private Step last = start;

    private record Made(Kind kind, String name) {}

    /** A resource, after all that were made before it. */
    private static final class Step {

        private final String calls;
        private final Map<Made, Step> next = new HashMap<>(2);

        private Step(String calls) {
            this.calls = calls;
        }
    }

    /** Begins with the next run. */
    void begin() {
        last = start;
    }

    /** The calls that have just made a resource. */
    String of(Resource resource) {
        Made made = new Made(resource.kind(), resource.name());
        Step step = last.next.get(made);
        if (step == null) {
            step = new Step(Origins.calls());
            last.next.put(made, step);
        }
        last = step;
        return step.calls;
    }
}
