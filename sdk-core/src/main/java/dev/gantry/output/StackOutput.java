package dev.gantry.output;

import dev.gantry.chart.Chart;
import dev.gantry.chart.Release;
import dev.gantry.check.FileSecret;
import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What emitters know of a stack.
 *
 * @param name unique in the program
 * @param namespace of its resources; {@code null} if it is left to each of them
 * @param origin the author's line that made it; {@code null} if unknown
 * @param chart what the author says of its chart
 * @param release the release that its resources were made for
 * @param fileSecrets the Secrets whose values are in files; they are not among the manifests
 */
public record StackOutput(
        String name,
        @Nullable String namespace,
        @Nullable Origin origin,
        Chart chart,
        Release release,
        List<FileSecret> fileSecrets) {

    /** Copies the list. */
    public StackOutput {
        fileSecrets = List.copyOf(fileSecrets);
    }
}
