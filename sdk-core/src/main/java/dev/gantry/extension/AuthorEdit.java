package dev.gantry.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Origin;
import org.jspecify.annotations.Nullable;

/**
 * An edit of the author's, and where it was given.
 *
 * @param edit what it does, which may throw whatever it likes: that becomes a finding
 * @param line the line that gave it
 */
public record AuthorEdit(TreeEdit edit, @Nullable Origin line) {

    /** Changes the tree in place. */
    public void apply(ObjectNode tree) {
        Edits.apply(tree, edit, line);
    }
}
