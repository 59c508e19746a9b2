package dev.gantry.report;

import dev.gantry.finding.Finding;
import java.util.List;

/** How findings are written. Every format gives the same text for the same findings, in whatever order they come. */
public enum ReportFormat {
    /** For people: with the hints, sorted by weight and place. */
    TEXT {
        @Override
        public String render(List<Finding> findings, ReportContext context) {
            return new TextReport(context).render(findings);
        }
    },
    /** For scripts: an array of objects, one for each finding and environment, the suppressed ones too. */
    JSON {
        @Override
        public String render(List<Finding> findings, ReportContext context) {
            return JsonReport.render(findings);
        }
    },
    /**
     * For code scanning and IDEs: <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF
     * 2.1.0</a>.
     */
    SARIF {
        @Override
        public String render(List<Finding> findings, ReportContext context) {
            return new SarifReport(context).render(findings);
        }
    },
    /**
     * For a GitHub workflow, which shows them beside the code: <a
     * href="https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions">workflow commands</a>.
     */
    ANNOTATIONS {
        @Override
        public String render(List<Finding> findings, ReportContext context) {
            return new AnnotationReport(context).render(findings);
        }
    };

    /** The text of these findings; ends with a line end unless it is empty. */
    public abstract String render(List<Finding> findings, ReportContext context);
}
