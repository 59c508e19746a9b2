package dev.gantry.bundle;

import java.util.List;

/**
 * What one environment consists of.
 *
 * @param name such as {@code production}
 * @param settings {@code sha256:} and the hash of the settings as bound
 * @param stacks in the order of the program
 * @param resources in the order in which they are applied
 * @param hardened the stacks that were hardened, in the order of the program
 */
public record BundleEnvironment(
        String name,
        String settings,
        List<BundleStack> stacks,
        List<IndexEntry> resources,
        List<HardenedStack> hardened) {

    /** Copies the lists. */
    public BundleEnvironment {
        stacks = List.copyOf(stacks);
        resources = List.copyOf(resources);
        hardened = List.copyOf(hardened);
    }
}
