package dev.gantry.publish;

import dev.gantry.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of publishing.
 *
 * @param workingCopy the folder of the working copy
 * @param branch the branch that it is on
 * @param commit the name of the commit that was made; {@code null} if none was
 * @param message that of the commit, or of the one that would be made; empty if nothing has changed
 * @param findings warnings
 */
public record Published(
        String workingCopy, String branch, @Nullable String commit, String message, List<Finding> findings) {

    /** Copies the list. */
    public Published {
        findings = List.copyOf(findings);
    }

    /** Whether the working copy had the tree already. */
    public boolean isUnchanged() {
        return message.isEmpty();
    }
}
