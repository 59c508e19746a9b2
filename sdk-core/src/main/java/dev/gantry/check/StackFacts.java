package dev.gantry.check;

import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.finding.Origin;
import dev.gantry.security.PodSecurityStandard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed about a stack.
 *
 * @param name unique in the app
 * @param origin the author's line that made it; {@code null} if unknown
 * @param hardening what its workloads have to meet; {@code null} if it asks for nothing
 * @param hardenedAt the author's line that asked for it
 * @param generatedSecrets the Secrets whose values are made at random in the cluster
 */
public record StackFacts(
        String name,
        @Nullable Origin origin,
        @Nullable PodSecurityStandard hardening,
        @Nullable Origin hardenedAt,
        List<GeneratedSecret> generatedSecrets) {

    /** Copies the list. */
    public StackFacts {
        generatedSecrets = List.copyOf(generatedSecrets);
    }

    static StackFacts named(String name) {
        return new StackFacts(name, null, null, null, List.of());
    }
}
