package dev.gantry.publish;

import org.jspecify.annotations.Nullable;

/**
 * What came of publishing.
 *
 * @param workingCopy the folder of the working copy
 * @param branch the branch that it is on
 * @param commit the name of the commit that was made; {@code null} if none was
 * @param message that of the commit, or of the one that would be made; empty if nothing has changed
 */
public record Published(
        String workingCopy, String branch, @Nullable String commit, String message) {

    /** Whether the working copy had the tree already. */
    public boolean isUnchanged() {
        return message.isEmpty();
    }
}
