package dev.gantry.report;

import dev.gantry.bundle.Digest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;
import dev.gantry.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings in the <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">Static Analysis Results
 * Interchange Format</a>.
 */
final class SarifReport {

    private static final String UNRESERVED = "-._~/";

    private final ReportContext context;
    private final Map<String, Integer> occurrences = new HashMap<>();

    SarifReport(ReportContext context) {
        this.context = context;
    }

    String render(List<Finding> findings) {
        List<MergedFinding> merged = MergedFinding.merge(findings);
        Map<String, @Nullable Rule> rules = new TreeMap<>();
        for (MergedFinding each : merged) {
            rules.put(each.finding().code(), null);
        }
        for (Rule rule : context.rules()) {
            rules.put(rule.code(), rule);
        }
        List<String> codes = new ArrayList<>(rules.keySet());
        return JsonWriter.text(out -> {
            out.startObject();
            out.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            out.field("version", "2.1.0");
            out.startArray("runs");
            out.startObject();
            writeTool(out, rules);
            out.field("columnKind", "utf16CodeUnits");
            out.startArray("results");
            for (MergedFinding each : merged) {
                String code = each.finding().code();
                writeResult(out, each, codes.indexOf(code), rules.get(code));
            }
            out.endArray();
            out.endObject();
            out.endArray();
            out.endObject();
        });
    }

    private void writeTool(JsonWriter out, Map<String, @Nullable Rule> rules) {
        int slash = context.tool().indexOf('/');
        out.startObject("tool");
        out.startObject("driver");
        out.field("name", "gantry");
        out.optional("version", slash < 0 ? null : context.tool().substring(slash + 1));
        out.startArray("rules");
        for (Map.Entry<String, @Nullable Rule> entry : rules.entrySet()) {
            Rule rule = entry.getValue();
            out.startObject();
            out.field("id", entry.getKey());
            if (rule != null) {
                writeText(out, "shortDescription", rule.title());
                out.startObject("defaultConfiguration");
                out.field("level", level(rule.severity(), null));
                out.endObject();
            }
            out.endObject();
        }
        out.endArray();
        out.endObject();
        out.endObject();
    }

    private void writeResult(JsonWriter out, MergedFinding merged, int ruleIndex, @Nullable Rule rule) {
        Finding finding = merged.finding();
        out.startObject();
        out.field("ruleId", finding.code());
        out.field("ruleIndex", ruleIndex);
        out.field("level", level(finding.severity(), rule));
        String where = merged.where(context);
        writeText(
                out,
                "message",
                finding.message()
                        + (where.isEmpty() ? "" : " (" + where + ")")
                        + (finding.hint().isEmpty() ? "" : "\n" + finding.hint()));
        out.startArray("locations");
        writeLocation(out, finding);
        out.endArray();
        writeRelated(out, finding);
        if (merged.isSuppressed()) {
            out.startArray("suppressions");
            out.startObject();
            out.field("kind", "inSource");
            out.optional("justification", finding.reason());
            out.endObject();
            out.endArray();
        }
        out.startObject("partialFingerprints");
        out.field("gantryFinding/v1", fingerprint(finding));
        out.endObject();
        writeProperties(out, merged);
        out.endObject();
    }

    private void writeLocation(JsonWriter out, Finding finding) {
        Origin origin = finding.origin();
        String resource = finding.resource();
        if (origin == null && context.fallback() == null && resource == null) {
            return;
        }
        out.startObject();
        if (origin != null) {
            writePlace(out, context.sources().path(origin), origin.line(), origin.column());
        } else if (context.fallback() != null) {
            writePlace(out, context.fallback(), 1, 0);
        }
        if (resource != null) {
            String field = finding.field();
            out.startArray("logicalLocations");
            out.startObject();
            out.field("name", field == null ? resource : field);
            out.field("fullyQualifiedName", field == null ? resource : resource + " " + field);
            out.field("kind", field == null ? "resource" : "property");
            out.endObject();
            out.endArray();
        }
        out.endObject();
    }

    private void writeRelated(JsonWriter out, Finding finding) {
        if (finding.related().isEmpty()) {
            return;
        }
        out.startArray("relatedLocations");
        for (int i = 0; i < finding.related().size(); i++) {
            Finding.Related related = finding.related().get(i);
            Origin origin = related.origin();
            out.startObject();
            out.field("id", i + 1);
            writePlace(out, context.sources().path(origin), origin.line(), origin.column());
            writeText(out, "message", related.message());
            out.endObject();
        }
        out.endArray();
    }

    private static void writeProperties(JsonWriter out, MergedFinding merged) {
        Finding finding = merged.finding();
        boolean weighed = finding.reason() != null && !merged.isSuppressed();
        if (merged.environments().isEmpty() && finding.stack() == null && !weighed) {
            return;
        }
        out.startObject("properties");
        if (!merged.environments().isEmpty()) {
            out.startArray("environments");
            for (String environment : merged.environments()) {
                out.value(environment);
            }
            out.endArray();
        }
        out.optional("stack", finding.stack());
        out.optional("reason", weighed ? finding.reason() : null);
        out.endObject();
    }

    private static void writePlace(JsonWriter out, String path, int line, int column) {
        out.startObject("physicalLocation");
        out.startObject("artifactLocation");
        out.field("uri", uri(path));
        out.endObject();
        if (line > 0) {
            out.startObject("region");
            out.field("startLine", line);
            if (column > 0) {
                out.field("startColumn", column);
            }
            out.endObject();
        }
        out.endObject();
    }

    private static void writeText(JsonWriter out, String field, String text) {
        out.startObject(field);
        out.field("text", text);
        out.endObject();
    }

    /** A suppressed result keeps the level that it would have. */
    private static String level(Severity severity, @Nullable Rule rule) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case OFF -> rule == null || rule.severity() == Severity.OFF ? "warning" : level(rule.severity(), null);
        };
    }

    /** Of what stays when lines move and values change; a number tells those apart that agree in all of it. */
    private String fingerprint(Finding finding) {
        Origin origin = finding.origin();
        String identity = finding.code()
                + '\n'
                + finding.stack()
                + '\n'
                + finding.resource()
                + '\n'
                + finding.field()
                + '\n'
                + (origin == null ? "" : origin.path());
        int occurrence = occurrences.merge(identity, 1, Integer::sum);
        String hash = Digest.sha256(identity.getBytes(StandardCharsets.UTF_8));
        return hash.substring(hash.indexOf(':') + 1, hash.indexOf(':') + 33) + ':' + occurrence;
    }

    private static String uri(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                String hex = Integer.toHexString(0x100 + c).substring(1);
                out.append('%').append(hex.toUpperCase(Locale.ROOT));
            }
        }
        return out.toString();
    }
}
