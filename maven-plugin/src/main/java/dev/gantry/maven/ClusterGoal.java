package dev.gantry.maven;

import dev.gantry.engine.EngineOptions;
import dev.gantry.engine.kubeconfig.AccessOptions;
import java.io.File;
import java.time.Duration;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The parameters of all goals that speak to a cluster. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
abstract class ClusterGoal extends BundleGoal {

    /** The context of the kubeconfig that says which cluster. Its current one, if left out. */
    @Parameter(property = "gantry.context")
    @Nullable
    String context;

    /** The kubeconfig. The ones that kubectl would take, if left out. */
    @Parameter(property = "gantry.kubeconfig")
    @Nullable
    File kubeconfig;

    /**
     * The contexts that may be used, separated by commas on the command line, with <code>*</code> for any characters. All, if left
     * out. In a POM it keeps the command line of a developer from reaching another cluster.
     */
    @Parameter(property = "gantry.allowedContexts")
    @Nullable
    List<String> allowedContexts;

    /** How many seconds a stack may take until all of it is ready, and a server that does not answer is asked again. */
    @Parameter(property = "gantry.timeout", defaultValue = "300")
    int timeout;

    /** How many requests are under way at once. */
    @Parameter(property = "gantry.parallel", defaultValue = "8")
    int parallel;

    /** How many requests are made in a second. Any number, if it is 0. */
    @Parameter(property = "gantry.requestsPerSecond", defaultValue = "0")
    double requestsPerSecond;

    /**
     * How it is told what happens: <code>plain</code> for lines in the log, <code>json</code> for a JSON object a line on the
     * console, <code>auto</code> for a live view on a terminal and lines elsewhere.
     */
    @Parameter(property = "gantry.progress", defaultValue = "auto")
    String progress;

    @Inject
    SettingsDecrypter decrypter;

    /** Does what the goal is for. */
    @Override
    public final void execute() throws MojoFailureException, MojoExecutionException {
        if (isSkipped()) {
            return;
        }
        Limits.atLeastOne("gantry.timeout", timeout);
        Limits.atLeastOne("gantry.parallel", parallel);
        String version = execution.getVersion();
        Deployment.run(clusterRequest(version), request("generate"), version, getLog(), this::work);
    }

    /** What the goal asks of the engine. */
    abstract void work(Deployment deployment) throws MojoFailureException, MojoExecutionException;

    /** How the engine works, as far as all goals have it in common. */
    EngineOptions options(String version) throws MojoFailureException {
        return EngineOptions.of(o -> o.namespace(namespace)
                .timeout(Duration.ofSeconds(timeout))
                .parallel(parallel)
                .tool("gantry/" + version)
                .holder(Holders.current()));
    }

    private ClusterRequest clusterRequest(String version) throws MojoFailureException {
        return new ClusterRequest(
                new AccessOptions(
                        kubeconfig == null ? null : kubeconfig.toPath(),
                        context,
                        allowedContexts == null ? List.of() : allowedContexts,
                        MavenProxy.of(session.getSettings(), decrypter)),
                bundleRequest(),
                Duration.ofSeconds(timeout),
                parallel,
                requestsPerSecond,
                ProgressFormat.named(progress),
                !session.getRequest().isInteractiveMode(),
                options(version));
    }
}
