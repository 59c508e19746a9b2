package dev.gantry.maven;

import dev.gantry.finding.Finding;
import dev.gantry.helm.Helm;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Makes the program's charts, proves that they render to what the program makes, and lets Helm's linter look at each, with its own values
 * and with those of every environment. It is strict: a warning of the linter is an error.
 */
@Mojo(name = "helm-lint", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class HelmLintMojo extends ChartGoal {

    @Override
    List<Finding> work(Path chart) throws MojoExecutionException {
        Helm helm = Helm.load();
        List<Finding> findings = new ArrayList<>(helm.lint(chart, null));
        TreeSet<Path> environments = environmentsOf(chart);
        for (Path values : environments) {
            findings.addAll(helm.lint(chart, values));
        }
        if (findings.isEmpty()) {
            getLog().info("Helm's linter has nothing against the chart " + chart.getFileName()
                    + ", with its own values and those of " + environments.size() + " environments.");
        }
        return findings;
    }

    private static TreeSet<Path> environmentsOf(Path chart) throws MojoExecutionException {
        TreeSet<Path> all = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(chart, "values-*.yaml")) {
            files.forEach(all::add);
            return all;
        } catch (IOException e) {
            throw new MojoExecutionException(chart + " cannot be read", e);
        }
    }
}
