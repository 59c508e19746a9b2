package dev.gantry.report;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import java.util.List;

/**
 * Findings as a compiler shows them:
 *
 * <pre>{@code
 * error GTY-NET-003 Shop.java:31 Service shop/web spec.ports[1].targetPort
 *   No workload that this Service selects has the port "metrics" (9091/TCP).
 *   hint: Declare it on a container, or pass one of: http (8080/TCP).
 *   Shop.java:44: the Deployment web-stable is made here
 * }</pre>
 */
final class TextReport {

    private static final String RED = "\u001b[1;31m";
    private static final String YELLOW = "\u001b[1;33m";
    private static final String CYAN = "\u001b[36m";
    private static final String FAINT = "\u001b[2m";
    private static final String BOLD = "\u001b[1m";
    private static final String END = "\u001b[m";

    private final ReportContext context;
    private final StringBuilder out = new StringBuilder();

    TextReport(ReportContext context) {
        this.context = context;
    }

    String render(List<Finding> findings) {
        FindingCounts counts = FindingCounts.of(findings);
        for (MergedFinding merged : MergedFinding.merge(findings)) {
            if (!merged.isSuppressed() || context.verbose()) {
                append(merged);
            }
        }
        if (counts.shown() > 0) {
            out.append(counts).append('\n');
        }
        if (counts.suppressed() > 0) {
            out.append(FindingCounts.count(counts.suppressed(), "finding is", "findings are"))
                    .append(" suppressed\n");
        }
        return out.toString();
    }

    private void append(MergedFinding merged) {
        Finding finding = merged.finding();
        switch (finding.severity()) {
            case ERROR -> styled(RED, "error");
            case WARNING -> styled(YELLOW, "warning");
            case OFF -> styled(FAINT, "suppressed");
        }
        out.append(' ').append(finding.code());
        Origin origin = finding.origin();
        if (origin != null) {
            out.append(' ');
            styled(BOLD, place(origin));
        }
        word(merged.subject());
        String where = merged.where(context);
        word(where.isEmpty() ? "" : "(" + where + ")");
        out.append('\n');
        line("", finding.message());
        if (!finding.hint().isEmpty()) {
            line("hint: ", finding.hint());
        }
        for (Finding.Related related : finding.related()) {
            line("", place(related.origin()) + ": " + related.message());
        }
        String reason = finding.reason();
        if (reason != null && (context.verbose() || finding.severity() != Severity.OFF)) {
            line("reason: ", reason);
        }
        out.append('\n');
    }

    /** With the path where the file is there to be opened; its name else. */
    private String place(Origin origin) {
        String path = context.sources().find(origin).orElse(null);
        if (path == null) {
            return origin.toString();
        }
        StringBuilder place = new StringBuilder(path);
        if (origin.line() > 0) {
            place.append(':').append(origin.line());
            if (origin.column() > 0) {
                place.append(':').append(origin.column());
            }
        }
        return place.toString();
    }

    private void word(String text) {
        if (!text.isEmpty()) {
            out.append(' ');
            append(text);
        }
    }

    private void line(String label, String text) {
        out.append("  ");
        if (!label.isEmpty()) {
            styled(CYAN, label.strip());
            out.append(' ');
        }
        append(text);
        out.append('\n');
    }

    private void styled(String style, String text) {
        if (context.colour()) {
            out.append(style);
        }
        append(text);
        if (context.colour()) {
            out.append(END);
        }
    }

    /** Further lines are indented, and what would command the terminal is made visible. */
    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\n    ");
            } else if (Character.isISOControl(c) && c != '\t') {
                out.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
            } else {
                out.append(c);
            }
        }
    }
}
