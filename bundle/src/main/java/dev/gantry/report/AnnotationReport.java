package dev.gantry.report;

import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import java.util.List;

/** Findings as commands to a GitHub workflow, one a line. Those that were suppressed are left out. */
final class AnnotationReport {

    private final ReportContext context;

    AnnotationReport(ReportContext context) {
        this.context = context;
    }

    String render(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (MergedFinding merged : MergedFinding.merge(findings)) {
            if (!merged.isSuppressed()) {
                append(out, merged);
            }
        }
        return out.toString();
    }

    private void append(StringBuilder out, MergedFinding merged) {
        Finding finding = merged.finding();
        out.append(finding.isError() ? "::error " : "::warning ");
        Origin origin = finding.origin();
        if (origin != null) {
            property(out, "file", context.sources().path(origin)).append(',');
            if (origin.line() > 0) {
                out.append("line=").append(origin.line()).append(',');
            }
            if (origin.column() > 0) {
                out.append("col=").append(origin.column()).append(',');
            }
        } else if (context.fallback() != null) {
            property(out, "file", context.fallback()).append(',');
        }
        property(out, "title", (finding.code() + " " + merged.subject()).strip());
        out.append("::").append(escape(message(merged), false)).append('\n');
    }

    private String message(MergedFinding merged) {
        Finding finding = merged.finding();
        StringBuilder message = new StringBuilder(finding.message());
        String where = merged.where(context);
        if (!where.isEmpty()) {
            message.append(" (").append(where).append(')');
        }
        if (!finding.hint().isEmpty()) {
            message.append('\n').append(finding.hint());
        }
        for (Finding.Related related : finding.related()) {
            message.append('\n').append(related.origin()).append(": ").append(related.message());
        }
        return message.toString();
    }

    private static StringBuilder property(StringBuilder out, String name, String value) {
        return out.append(name).append('=').append(escape(value, true));
    }

    private static String escape(String text, boolean property) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '%' -> out.append("%25");
                case '\r' -> out.append("%0D");
                case '\n' -> out.append("%0A");
                case ':' -> out.append(property ? "%3A" : ":");
                case ',' -> out.append(property ? "%2C" : ",");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
