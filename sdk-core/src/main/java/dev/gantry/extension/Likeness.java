package dev.gantry.extension;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses what a misspelt word was meant to be. */
public final class Likeness {

    private Likeness() {}

    /** The most similar of the words, the first of equals; {@code null} if none comes near. */
    public static @Nullable String closest(String written, Collection<String> known) {
        String best = null;
        int limit = Math.max(1, Math.min(3, written.length() / 2));
        for (String name : known) {
            int distance = written.length() >= 4 && name.startsWith(written)
                    ? 1
                    : distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < limit || (distance == limit && best == null)) {
                best = name;
                limit = distance;
            }
        }
        return best;
    }

    /** The first of the words that one stroke, or the case, tells from what was written; {@code null} if none is so near. */
    public static @Nullable String slip(String written, Collection<String> known) {
        for (String name : known) {
            if (Math.abs(written.length() - name.length()) <= 1
                    && !written.equals(name)
                    && distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) <= 1) {
                return name;
            }
        }
        return null;
    }

    /** Levenshtein's distance, where swapped neighbours count once. */
    private static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    costs[i][j] = i + j;
                    continue;
                }
                int replace = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int cost = Math.min(replace, 1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost = Math.min(cost, 1 + costs[i - 2][j - 2]);
                }
                costs[i][j] = cost;
            }
        }
        return costs[a.length()][b.length()];
    }
}
