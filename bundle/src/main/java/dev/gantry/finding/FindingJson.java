package dev.gantry.finding;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gantry.finding.Finding.Related;
import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Findings as JSON: an array with an object for each, whose fields are those of {@link Finding}. What is absent or
 * empty is left out.
 */
public final class FindingJson {

    private FindingJson() {}

    /** The text of a document with these findings, in this order. */
    public static String text(List<Finding> findings) {
        return JsonText.of(out -> {
            out.writeStartArray();
            for (Finding finding : findings) {
                write(out, finding);
            }
            out.writeEndArray();
        });
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IOException if it is something else
     */
    public static List<Finding> parse(String text) throws IOException {
        List<Finding> findings = new ArrayList<>();
        try (JsonReader in = new JsonReader(text)) {
            in.array();
            while (in.nextElement()) {
                findings.add(read(in));
            }
            in.end();
        }
        return findings;
    }

    /** Writes a line of the author's program or its input, as an object. */
    public static void write(JsonGenerator out, Origin origin) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", origin.kind().name().toLowerCase(Locale.ROOT));
        out.writeStringField("path", origin.path());
        if (origin.line() != 0) {
            out.writeNumberField("line", origin.line());
        }
        if (origin.column() != 0) {
            out.writeNumberField("column", origin.column());
        }
        out.writeEndObject();
    }

    /** Reads what {@link #write(JsonGenerator, Origin)} wrote. */
    public static Origin readOrigin(JsonReader in) throws IOException {
        Origin.@Nullable PathKind kind = null;
        String path = null;
        int line = 0;
        int column = 0;
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "kind" -> kind = in.constant(Origin.PathKind.class);
                case "path" -> path = in.string();
                case "line" -> line = in.integer();
                case "column" -> column = in.integer();
                default -> in.skip();
            }
        }
        return new Origin(in.required(kind, "kind"), in.required(path, "path"), line, column, null);
    }

    private static void write(JsonGenerator out, Finding finding) throws IOException {
        out.writeStartObject();
        out.writeStringField("code", finding.code());
        out.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        JsonText.optional(out, "environment", finding.environment());
        JsonText.optional(out, "stack", finding.stack());
        JsonText.optional(out, "resource", finding.resource());
        JsonText.optional(out, "field", finding.field());
        Origin origin = finding.origin();
        if (origin != null) {
            out.writeFieldName("origin");
            write(out, origin);
        }
        out.writeStringField("message", finding.message());
        if (!finding.hint().isEmpty()) {
            out.writeStringField("hint", finding.hint());
        }
        if (!finding.related().isEmpty()) {
            out.writeArrayFieldStart("related");
            for (Related related : finding.related()) {
                out.writeStartObject();
                out.writeFieldName("origin");
                write(out, related.origin());
                out.writeStringField("message", related.message());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        JsonText.optional(out, "reason", finding.reason());
        out.writeEndObject();
    }

    private static Finding read(JsonReader in) throws IOException {
        String code = null;
        Severity severity = null;
        String environment = null;
        String stack = null;
        String resource = null;
        String path = null;
        Origin origin = null;
        String message = null;
        String hint = "";
        List<Related> related = new ArrayList<>();
        String reason = null;
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "code" -> code = in.string();
                case "severity" -> severity = in.constant(Severity.class);
                case "environment" -> environment = in.string();
                case "stack" -> stack = in.string();
                case "resource" -> resource = in.string();
                case "field" -> path = in.string();
                case "origin" -> origin = readOrigin(in);
                case "message" -> message = in.string();
                case "hint" -> hint = in.string();
                case "related" -> readRelated(in, related);
                case "reason" -> reason = in.string();
                default -> in.skip();
            }
        }
        return new Finding(
                in.required(code, "code"),
                in.required(severity, "severity"),
                environment,
                stack,
                resource,
                path,
                origin,
                in.required(message, "message"),
                hint,
                related,
                reason);
    }

    private static void readRelated(JsonReader in, List<Related> related) throws IOException {
        in.array();
        while (in.nextElement()) {
            Origin origin = null;
            String message = null;
            in.object();
            for (String field = in.nextField(); field != null; field = in.nextField()) {
                switch (field) {
                    case "origin" -> origin = readOrigin(in);
                    case "message" -> message = in.string();
                    default -> in.skip();
                }
            }
            related.add(new Related(in.required(origin, "origin"), in.required(message, "message")));
        }
    }
}
