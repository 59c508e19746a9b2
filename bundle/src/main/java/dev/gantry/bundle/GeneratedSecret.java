package dev.gantry.bundle;

import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Secret whose values are made at random where the cluster does not have them yet, and are never read back into an
 * output.
 *
 * @param namespace {@code null} if it is left to whoever applies it
 * @param name of the Secret
 * @param keys what it holds
 * @param origin the author's line
 */
public record GeneratedSecret(
        @Nullable String namespace,
        String name,
        List<Key> keys,
        @Nullable Origin origin) {

    /** Copies the list. */
    public GeneratedSecret {
        keys = List.copyOf(keys);
    }

    /**
     * One value.
     *
     * @param name the key in the Secret's data
     * @param length in characters
     */
    public record Key(String name, int length) {}
}
