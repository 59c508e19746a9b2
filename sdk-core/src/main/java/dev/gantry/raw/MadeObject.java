package dev.gantry.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object that something else has made, such as Helm of a chart.
 *
 * @param file what it was made of, from the folder of all such files on, such as {@code templates/service.yaml}
 * @param tree its manifest, which belongs to the program from now on
 * @param origin the line that it comes from
 * @param after the places of those before it in the list that have to be ready before it is applied
 */
public record MadeObject(
        String file, ObjectNode tree, @Nullable Origin origin, List<Integer> after) {

    /** Copies the list. */
    public MadeObject {
        after = List.copyOf(after);
    }
}
