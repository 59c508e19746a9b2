package dev.gantry.chart;

import org.jspecify.annotations.Nullable;

/**
 * A chart that is installed with another.
 *
 * @param name of that chart
 * @param version a version, or a range
 * @param repository the URL of the repository that has it
 * @param condition the path of a boolean value that decides; {@code null} for always
 */
public record ChartDependency(
        String name,
        String version,
        String repository,
        @Nullable String condition) {}
