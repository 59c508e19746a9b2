package dev.gantry;

import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.HardenedStack;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;
import java.util.List;

/**
 * What a blueprint makes for one environment.
 *
 * @param environment such as {@code production}
 * @param stacks its stacks, in the order of the program
 * @param manifests complete, by stack, and in each stack in the order in which they can be applied
 * @param hardened the stacks that {@code harden(...)} was called for, and what was set in each
 * @param findings all that was found, the accepted ones too; errors mean that the manifests are not fit for use
 */
public record Synthesis(
        String environment,
        List<BundleStack> stacks,
        List<Manifest> manifests,
        List<HardenedStack> hardened,
        List<Finding> findings) {

    /** Copies the lists. */
    public Synthesis {
        stacks = List.copyOf(stacks);
        manifests = List.copyOf(manifests);
        hardened = List.copyOf(hardened);
        findings = List.copyOf(findings);
    }

    /** Whether any finding is an error. */
    public boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
