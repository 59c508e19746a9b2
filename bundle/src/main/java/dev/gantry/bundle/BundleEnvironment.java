package dev.gantry.bundle;

import java.util.List;

/**
 * What one environment consists of.
 *
 * @param name such as {@code production}
 * @param settings {@code sha256:} and the hash of the settings as bound
 * @param resources in the order in which they are applied
 */
public record BundleEnvironment(String name, String settings, List<IndexEntry> resources) {

    /** Copies the list. */
    public BundleEnvironment {
        resources = List.copyOf(resources);
    }
}
