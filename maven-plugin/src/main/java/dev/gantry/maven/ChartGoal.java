package dev.gantry.maven;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The goals that do something with the program's charts: they are made and proved first, as <code>generate</code> does it. */
abstract class ChartGoal extends ProgramGoal {

    private static final String HELM = "helm";

    @Override
    final List<String> formats() {
        SortedSet<String> all = new TreeSet<>(formats);
        all.add(HELM);
        return List.copyOf(all);
    }

    /** Does what the goal is for. */
    @Override
    public final void execute() throws MojoFailureException, MojoExecutionException {
        if (isSkipped()) {
            return;
        }
        Request program = request("generate");
        ProgramRun run = new ProgramRun(program, execution.getVersion(), getLog());
        if (run.run()) {
            new DeploymentReport(program, execution.getVersion(), getLog(), "charts")
                    .tell(run.findings(), findings(charts()));
        }
    }

    /** Works on each chart, and answers what is wrong with all of them. */
    private List<Finding> findings(List<Path> charts) throws MojoExecutionException {
        List<Finding> findings = new ArrayList<>();
        for (Path chart : charts) {
            try {
                findings.addAll(work(chart));
            } catch (FindingsException e) {
                findings.addAll(e.findings());
            }
        }
        if (charts.isEmpty()) {
            getLog().info("The program has no charts.");
        }
        return findings;
    }

    private List<Path> charts() throws MojoExecutionException {
        Path folder = output.toPath().resolve(HELM);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> charts = Files.list(folder)) {
            return charts.filter(chart -> Files.exists(chart.resolve("Chart.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MojoExecutionException(folder + " cannot be read", e);
        }
    }

    /**
     * Does what the goal is for with one chart. Helm is in no signature of a goal: Maven looks at those of all goals in every build, and
     * would load it.
     *
     * @return what is wrong with it
     */
    abstract List<Finding> work(Path chart) throws MojoExecutionException;
}
