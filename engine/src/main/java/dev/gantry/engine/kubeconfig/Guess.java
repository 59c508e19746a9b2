package dev.gantry.engine.kubeconfig;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a misspelt name was meant to be. */
final class Guess {

    private Guess() {}

    /** The most similar name; {@code null} if none is similar. */
    static @Nullable String closest(String written, Collection<String> known) {
        String best = null;
        int least = Math.max(1, written.length() / 3) + 1;
        for (String name : known) {
            int distance = distance(written, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /** How many letters have to be added, removed or changed. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
