package dev.gantry.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gantry.bundle.Digest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;
import dev.gantry.json.JsonText;
import java.io.IOException;
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
        return JsonText.of(out -> {
            out.writeStartObject();
            out.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            out.writeStringField("version", "2.1.0");
            out.writeArrayFieldStart("runs");
            out.writeStartObject();
            writeTool(out, rules);
            out.writeStringField("columnKind", "utf16CodeUnits");
            out.writeArrayFieldStart("results");
            for (MergedFinding each : merged) {
                String code = each.finding().code();
                writeResult(out, each, codes.indexOf(code), rules.get(code));
            }
            out.writeEndArray();
            out.writeEndObject();
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private void writeTool(JsonGenerator out, Map<String, @Nullable Rule> rules) throws IOException {
        int slash = context.tool().indexOf('/');
        out.writeObjectFieldStart("tool");
        out.writeObjectFieldStart("driver");
        out.writeStringField("name", "gantry");
        JsonText.optional(out, "version", slash < 0 ? null : context.tool().substring(slash + 1));
        out.writeArrayFieldStart("rules");
        for (Map.Entry<String, @Nullable Rule> entry : rules.entrySet()) {
            Rule rule = entry.getValue();
            out.writeStartObject();
            out.writeStringField("id", entry.getKey());
            if (rule != null) {
                writeText(out, "shortDescription", rule.title());
                out.writeObjectFieldStart("defaultConfiguration");
                out.writeStringField("level", level(rule.severity(), null));
                out.writeEndObject();
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void writeResult(JsonGenerator out, MergedFinding merged, int ruleIndex, @Nullable Rule rule)
            throws IOException {
        Finding finding = merged.finding();
        out.writeStartObject();
        out.writeStringField("ruleId", finding.code());
        out.writeNumberField("ruleIndex", ruleIndex);
        out.writeStringField("level", level(finding.severity(), rule));
        String where = merged.where(context);
        writeText(
                out,
                "message",
                finding.message()
                        + (where.isEmpty() ? "" : " (" + where + ")")
                        + (finding.hint().isEmpty() ? "" : "\n" + finding.hint()));
        out.writeArrayFieldStart("locations");
        writeLocation(out, finding);
        out.writeEndArray();
        writeRelated(out, finding);
        if (merged.isSuppressed()) {
            out.writeArrayFieldStart("suppressions");
            out.writeStartObject();
            out.writeStringField("kind", "inSource");
            JsonText.optional(out, "justification", finding.reason());
            out.writeEndObject();
            out.writeEndArray();
        }
        out.writeObjectFieldStart("partialFingerprints");
        out.writeStringField("gantryFinding/v1", fingerprint(finding));
        out.writeEndObject();
        writeProperties(out, merged);
        out.writeEndObject();
    }

    private void writeLocation(JsonGenerator out, Finding finding) throws IOException {
        Origin origin = finding.origin();
        String resource = finding.resource();
        if (origin == null && context.fallback() == null && resource == null) {
            return;
        }
        out.writeStartObject();
        if (origin != null) {
            writePlace(out, context.sources().path(origin), origin.line(), origin.column());
        } else if (context.fallback() != null) {
            writePlace(out, context.fallback(), 1, 0);
        }
        if (resource != null) {
            String field = finding.field();
            out.writeArrayFieldStart("logicalLocations");
            out.writeStartObject();
            out.writeStringField("name", field == null ? resource : field);
            out.writeStringField("fullyQualifiedName", field == null ? resource : resource + " " + field);
            out.writeStringField("kind", field == null ? "resource" : "property");
            out.writeEndObject();
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void writeRelated(JsonGenerator out, Finding finding) throws IOException {
        if (finding.related().isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("relatedLocations");
        for (int i = 0; i < finding.related().size(); i++) {
            Finding.Related related = finding.related().get(i);
            Origin origin = related.origin();
            out.writeStartObject();
            out.writeNumberField("id", i + 1);
            writePlace(out, context.sources().path(origin), origin.line(), origin.column());
            writeText(out, "message", related.message());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeProperties(JsonGenerator out, MergedFinding merged) throws IOException {
        Finding finding = merged.finding();
        boolean weighed = finding.reason() != null && !merged.isSuppressed();
        if (merged.environments().isEmpty() && finding.stack() == null && !weighed) {
            return;
        }
        out.writeObjectFieldStart("properties");
        if (!merged.environments().isEmpty()) {
            out.writeArrayFieldStart("environments");
            for (String environment : merged.environments()) {
                out.writeString(environment);
            }
            out.writeEndArray();
        }
        JsonText.optional(out, "stack", finding.stack());
        JsonText.optional(out, "reason", weighed ? finding.reason() : null);
        out.writeEndObject();
    }

    private static void writePlace(JsonGenerator out, String path, int line, int column) throws IOException {
        out.writeObjectFieldStart("physicalLocation");
        out.writeObjectFieldStart("artifactLocation");
        out.writeStringField("uri", uri(path));
        out.writeEndObject();
        if (line > 0) {
            out.writeObjectFieldStart("region");
            out.writeNumberField("startLine", line);
            if (column > 0) {
                out.writeNumberField("startColumn", column);
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void writeText(JsonGenerator out, String field, String text) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("text", text);
        out.writeEndObject();
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
