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
 * @param charted whether there is to be a chart
 * @param values the path to the part of the settings that the chart's values are; empty for the whole, {@code null} if the author
 *     has named a record that is no part of the settings
 * @param generatedSecrets whether it asks for values that only the engine makes
 * @param release the release that its resources were made for
 * @param fileSecrets the Secrets whose values are in files; they are not among the manifests
 */
public record StackOutput(
        String name,
        @Nullable String namespace,
        @Nullable Origin origin,
        Chart chart,
        boolean charted,
        @Nullable List<String> values,
        boolean generatedSecrets,
        Release release,
        List<FileSecret> fileSecrets) {

    /** Copies the lists. */
    public StackOutput {
        values = values == null ? null : List.copyOf(values);
        fileSecrets = List.copyOf(fileSecrets);
    }
}
