package dev.gantry.settings;

import dev.gantry.extension.Likeness;
import java.util.Collection;

/** Guesses what a misspelt name was meant to be. */
final class Spelling {

    private Spelling() {}

    /** {@code "did you mean replicas?"}, or the sentence that names all there are. */
    static String hint(String written, Collection<String> known, String none, String list) {
        if (known.isEmpty()) {
            return none;
        }
        String guess = Likeness.closest(written, known);
        return (guess == null ? "" : "did you mean " + guess + "? ") + list + String.join(", ", known);
    }
}
