package dev.gantry.engine.release.history;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a stack's history, without its contents.
 *
 * @param number from 1
 * @param state how it ended
 * @param started when its first write was about to happen
 * @param finished when it ended; {@code null} as long as it has not
 * @param by who, as the user said it
 * @param commit of the program; {@code null} if the user did not say
 * @param digest {@code sha256:} and the hash of its contents
 * @param blueprint the class name of the program
 * @param environment such as {@code production}
 * @param tool what applied it, such as {@code gantry/0.1.0}
 * @param message why it failed; empty if there is nothing to say
 * @param restores the number of the revision that it goes back to; {@code null} if it is none that goes back
 * @param objects how many objects it consists of
 * @param parts in how many Secrets its contents are; 0 if they were too large to be kept
 * @param uid of its first Secret
 */
public record Revision(
        int number,
        State state,
        Instant started,
        @Nullable Instant finished,
        String by,
        @Nullable String commit,
        String digest,
        String blueprint,
        String environment,
        String tool,
        String message,
        @Nullable Integer restores,
        int objects,
        int parts,
        String uid) {

    /** How a revision ended. */
    public enum State {
        /** It has not ended, or was not able to say so. */
        PENDING,
        /** The stack became what it says. */
        SUCCEEDED,
        /** It did not. */
        FAILED,
        /** It did not, and the stack was brought back to what it was before. */
        ROLLED_BACK,
        /** Somebody stopped it, or it was killed. */
        INTERRUPTED;

        /** As it is written: {@code rolled-back}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<State> parse(@Nullable String text) {
            for (State state : values()) {
                if (state.text().equals(text)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether one can go back to it. */
    public boolean hasContents() {
        return parts > 0;
    }

    /** Whether it is of these contents, for the same reason. */
    boolean isSame(String otherDigest, @Nullable Integer otherRestores) {
        return digest.equals(otherDigest) && Objects.equals(restores, otherRestores);
    }

    Revision with(State other) {
        return new Revision(
                number,
                other,
                started,
                finished,
                by,
                commit,
                digest,
                blueprint,
                environment,
                tool,
                message,
                restores,
                objects,
                parts,
                uid);
    }
}
