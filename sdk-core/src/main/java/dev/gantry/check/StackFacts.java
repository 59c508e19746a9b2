package dev.gantry.check;

import dev.gantry.finding.Origin;
import dev.gantry.security.PodSecurityStandard;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed about a stack.
 *
 * @param name unique in the app
 * @param origin the author's line that made it; {@code null} if unknown
 * @param hardening what its workloads have to meet; {@code null} if it asks for nothing
 * @param hardenedAt the author's line that asked for it
 */
public record StackFacts(
        String name,
        @Nullable Origin origin,
        @Nullable PodSecurityStandard hardening,
        @Nullable Origin hardenedAt) {

    static StackFacts named(String name) {
        return new StackFacts(name, null, null, null);
    }
}
