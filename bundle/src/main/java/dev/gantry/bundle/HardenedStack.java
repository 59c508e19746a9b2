package dev.gantry.bundle;

import java.util.List;

/**
 * A stack whose workloads were brought to a Pod Security Standard.
 *
 * @param stack its name
 * @param standard {@code baseline} or {@code restricted}
 * @param changes the resources in which something was set, in the order in which they are applied
 */
public record HardenedStack(String stack, String standard, List<Change> changes) {

    /**
     * What was set in one resource.
     *
     * @param resource what it is
     * @param fields the paths of the fields, in the order in which they were set
     */
    public record Change(ResourceId resource, List<String> fields) {

        /** Copies the list. */
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /** Copies the list. */
    public HardenedStack {
        changes = List.copyOf(changes);
    }
}
