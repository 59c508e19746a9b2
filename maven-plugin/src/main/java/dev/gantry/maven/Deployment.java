package dev.gantry.maven;

import dev.gantry.engine.Engine;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ClusterAccess;
import dev.gantry.engine.cluster.Pace;
import dev.gantry.engine.cluster.Patience;
import dev.gantry.engine.cluster.PatientCluster;
import dev.gantry.engine.cluster.Time;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.kubeconfig.AccessFailure;
import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.problem.AccessFindings;
import dev.gantry.engine.problem.FailureFindings;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** One goal's work on a cluster: finds the cluster, gets the manifests, and says what came of it. */
final class Deployment {

    private final ClusterRequest request;
    private final Request program;
    private final BundleSource source;
    private final DeploymentReport report;
    private final Reporter reporter;
    private final Log log;
    private @Nullable Engine engine;

    /** What a goal does with it. */
    @FunctionalInterface
    interface Work {

        /** Does it. */
        void on(Deployment deployment) throws MojoFailureException, MojoExecutionException;
    }

    private Deployment(ClusterRequest request, Request program, String version, Reporter reporter, Log log) {
        this.request = request;
        this.program = program;
        this.source = new BundleSource(request.bundle(), program, version, log);
        this.report = new DeploymentReport(program, version, log);
        this.reporter = reporter;
        this.log = log;
    }

    /**
     * Lets a goal work. Which cluster it is, is told before anything else.
     *
     * @throws MojoFailureException for whatever the user can do something about; the log has the findings
     */
    static void run(ClusterRequest request, Request program, String version, Log log, Work work)
            throws MojoFailureException, MojoExecutionException {
        try (Reporter reporter = Reporter.of(request, program.colour(), program.verbose(), log)) {
            Deployment deployment = new Deployment(request, program, version, reporter, log);
            try {
                deployment.run(work);
            } catch (AccessFailure e) {
                deployment.tell(List.of(AccessFindings.of(e)));
            } catch (ApiFailure e) {
                deployment.tell(FailureFindings.of(e));
            } catch (FindingsException e) {
                deployment.tell(e.findings());
            }
        }
    }

    private void run(Work work) throws MojoFailureException, MojoExecutionException {
        ClusterAccess access = ClusterAccess.find(request.access());
        reporter.on(new Event.Connected(access.connection()));
        Time time = Time.system();
        Pace pace = Pace.of(time, request.parallel(), request.requestsPerSecond());
        if (!request.bundle().namesStacks() && !source.find()) {
            return;
        }
        // Stacks are deployed one after the other, and each may take its time; so may the plan of all of them.
        int stacks = request.bundle().namesStacks()
                ? request.bundle().stacks().size()
                : source.releases().size();
        Patience patience = Patience.until(
                time.now().plus(request.timeout().multipliedBy(stacks + 1L)),
                time,
                (action, why, wait) -> reporter.on(new Event.Retrying(action, why, wait)));
        try (PatientCluster cluster =
                new PatientCluster(access.open(pace, ClusterAccess.REQUEST_LIMIT, time), patience)) {
            Engine made = new Engine(
                    cluster,
                    request.options()
                            .with(o -> o.partial(!request.bundle().stacks().isEmpty())
                                    .program(source.program())),
                    reporter,
                    time);
            engine = made;
            Interruption interruption = Interruption.calling(made::stop);
            try {
                work.on(this);
            } finally {
                interruption.close();
            }
        }
    }

    /** The engine, connected to the cluster. */
    Engine engine() {
        if (engine == null) {
            throw new IllegalStateException("There is no cluster yet");
        }
        return engine;
    }

    /** The stacks that it is about, as they are to be. */
    List<Release> releases() {
        return source.releases();
    }

    /** Where the records of the stacks are that it is about. */
    List<StackHome> homes() {
        return request.bundle().namesStacks()
                ? request.bundle().stacks().stream().map(engine()::home).toList()
                : releases().stream().map(engine()::home).toList();
    }

    /** Shows a plan. */
    void show(Plan plan) {
        reporter.show(plan);
    }

    /** Shows a text. */
    void lines(String text) {
        text.lines().forEach(log::info);
    }

    /** Whether more is to be shown than what matters. */
    boolean verbose() {
        return program.verbose();
    }

    /**
     * Says how it ended.
     *
     * @throws MojoFailureException if it did not end well
     */
    void tell(Outcome outcome) throws MojoFailureException, MojoExecutionException {
        tell(outcome.findings());
        if (!outcome.succeeded()) {
            throw new MojoFailureException("The deployment of " + program.name() + " failed; see above");
        }
    }

    /**
     * Says what was found, at the author's lines.
     *
     * @throws MojoFailureException if there is an error, or a warning where none is accepted
     */
    void tell(List<Finding> findings) throws MojoFailureException, MojoExecutionException {
        report.tell(source.findings(), source.precise(findings));
    }
}
