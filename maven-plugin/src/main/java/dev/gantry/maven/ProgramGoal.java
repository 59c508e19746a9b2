package dev.gantry.maven;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters of all goals that run the program. Maven knows no other way to share them than a common super class. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
abstract class ProgramGoal extends AbstractMojo {

    private static final String SET = "gantry.set.";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** Does nothing. */
    @Parameter(property = "gantry.skip", defaultValue = "false")
    boolean skip;

    /** The class of the blueprint. Needed only if the module has several, or if it is in a dependency. */
    @Parameter(property = "gantry.blueprint")
    @Nullable
    String blueprint;

    /** The environments to make, separated by commas on the command line. All that have a settings file, if there are none. */
    @Parameter(property = "gantry.environment", alias = "environment")
    @Nullable
    List<String> environments;

    /** The folder of the settings files, below the module's folder. <code>src/main/gantry</code> if left out. */
    @Parameter(property = "gantry.settings")
    @Nullable
    String settings;

    /** Where the result goes. Has to be empty, or of an earlier run. */
    @Parameter(property = "gantry.output", defaultValue = "${project.build.directory}/gantry")
    File output;

    /**
     * The formats of the output, separated by commas on the command line: <code>yaml</code>, which is always made, and
     * <code>kustomize</code> and <code>helm</code>, which are made of all environments together, and proved equal. Each has a folder
     * of its name.
     */
    @Parameter(property = "gantry.format", alias = "format", defaultValue = "yaml")
    List<String> formats;

    /** <code>object</code> for a file for each resource, which is what is done if it is left out, or <code>stack</code> for one for each stack. */
    @Parameter(property = "gantry.layout")
    @Nullable
    String layout;

    /** The version of Kubernetes that the manifests are made for, such as <code>1.31</code>. The SDK's default, if left out. */
    @Parameter(property = "gantry.kubernetesVersion")
    @Nullable
    String kubernetesVersion;

    /** Overrides of settings, by key. On the command line <code>-Dgantry.set.KEY=VALUE</code>, which wins. */
    @Parameter
    @Nullable
    Map<String, String> set;

    /** How many seconds the program may take for an environment. 60 if left out. */
    @Parameter(property = "gantry.timeLimit")
    @Nullable
    Integer timeLimit;

    /**
     * How findings are written besides the log: <code>text</code> for not at all, <code>json</code> or <code>sarif</code> for a file
     * <code>target/gantry-report.*</code>, <code>annotations</code> for commands to a GitHub workflow on the console.
     */
    @Parameter(property = "gantry.report", defaultValue = "text")
    String report;

    /** Whether warnings end the build too. */
    @Parameter(property = "gantry.failOnWarning", defaultValue = "false")
    boolean failOnWarning;

    /** Whether findings that the author accepted are shown, and why. */
    @Parameter(property = "gantry.verbose", defaultValue = "false")
    boolean verbose;

    /**
     * Runs the program.
     *
     * @return whether there was one
     */
    final boolean run(String command) throws MojoFailureException, MojoExecutionException {
        return !isSkipped() && new ProgramRun(request(command), execution.getVersion(), getLog()).run();
    }

    /** The formats that the goal makes. */
    List<String> formats() {
        return formats;
    }

    /** Whether nothing is to be done. */
    final boolean isSkipped() {
        if (skip) {
            getLog().info("Skipped, since gantry.skip is set.");
        }
        return skip;
    }

    /** What the program is asked to do. */
    final Request request(String command) throws MojoFailureException, MojoExecutionException {
        if (layout != null && !layout.equals("object") && !layout.equals("stack")) {
            throw new MojoFailureException("gantry.layout takes object or stack, and not \"" + layout + "\".");
        }
        if (timeLimit != null && timeLimit < 1) {
            throw new MojoFailureException("gantry.timeLimit takes a number of seconds, and not " + timeLimit + ".");
        }
        return new Request(
                command,
                MavenModule.of(project, session.getProjects().size() == 1),
                blueprint,
                environments == null ? List.of() : environments,
                settings,
                output.toPath(),
                formats(),
                layout,
                kubernetesVersion,
                overrides(),
                timeLimit,
                Reports.named(report),
                failOnWarning,
                verbose,
                Colour.isOn());
    }

    private SortedMap<String, String> overrides() {
        SortedMap<String, String> overrides = new TreeMap<>(set == null ? Map.of() : set);
        for (String name : session.getUserProperties().stringPropertyNames()) {
            if (name.startsWith(SET)) {
                overrides.put(
                        name.substring(SET.length()),
                        session.getUserProperties().getProperty(name));
            }
        }
        return overrides;
    }
}
