package dev.gantry.maven;

import dev.gantry.finding.Finding;
import dev.gantry.report.FindingCounts;
import dev.gantry.report.ReportFormat;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Says what a deployment, or whatever else follows the program's run, has found: in the log, and to machines together with what the program's run has found. */
final class DeploymentReport {

    private final Request request;
    private final Reports reports;
    private final String tool;
    private final String subject;

    DeploymentReport(Request request, String version, Log log) {
        this(request, version, log, "deployment");
    }

    /**
     * A report.
     *
     * @param subject what of the program it is about, such as {@code charts}
     */
    DeploymentReport(Request request, String version, Log log, String subject) {
        this.subject = subject;
        this.request = request;
        this.reports = new Reports(request, log);
        this.tool = "gantry/" + version;
    }

    /**
     * Says it.
     *
     * @param before what is in the log already
     * @throws MojoFailureException if there is an error, or a warning and {@code gantry.failOnWarning}
     */
    void tell(List<Finding> before, List<Finding> findings) throws MojoFailureException {
        if (!findings.isEmpty()) {
            reports.log(findings);
            // A file holds everything; the console has been told of what came before.
            List<Finding> all = new ArrayList<>(request.report() == ReportFormat.ANNOTATIONS ? List.of() : before);
            all.addAll(findings);
            reports.deliver(all, tool);
        }
        FindingCounts counts = FindingCounts.of(findings);
        if (counts.errors() > 0) {
            throw new MojoFailureException(counts + " in the " + subject + " of " + request.name() + "; see above");
        }
        if (counts.warnings() > 0 && request.failOnWarning()) {
            throw new MojoFailureException(counts + " in the " + subject + " of " + request.name()
                    + ", and gantry.failOnWarning is set; see above");
        }
    }
}
