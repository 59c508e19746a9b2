package dev.gantry.maven;

import dev.gantry.finding.Finding;
import dev.gantry.helm.Helm;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Makes the program's charts, proves that they render to what the program makes, and packages each as an archive that
 * <code>helm install</code> and <code>helm push</code> take. The same chart is always the same bytes.
 */
@Mojo(name = "helm-package", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class HelmPackageMojo extends ChartGoal {

    /** Where the archives go, each as <code>name-version.tgz</code>. */
    @Parameter(property = "gantry.chartFolder", defaultValue = "${project.build.directory}/gantry-charts")
    private File chartFolder;

    /** The version of the charts, a semantic version. What the program says, if left out. */
    @Parameter(property = "gantry.chartVersion")
    @Nullable
    private String chartVersion;

    /** The version of the application in the charts. What the program says, if left out. */
    @Parameter(property = "gantry.appVersion")
    @Nullable
    private String appVersion;

    /** Whether the charts that a chart depends on are downloaded, as <code>helm dependency update</code> does. A chart is not packaged without them. */
    @Parameter(property = "gantry.dependencyUpdate", defaultValue = "false")
    private boolean dependencyUpdate;

    @Override
    List<Finding> work(Path chart) {
        Helm helm = Helm.load();
        if (dependencyUpdate) {
            helm.updateDependencies(chart);
        }
        Path archive = helm.pack(chart, chartFolder.toPath(), chartVersion, appVersion);
        getLog().info("The chart " + chart.getFileName() + " is in " + archive);
        return List.of();
    }
}
