package dev.gantry.finding;

import dev.gantry.finding.Finding.Related;
import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
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
        return JsonWriter.text(out -> {
            out.startArray();
            for (Finding finding : findings) {
                write(out, finding);
            }
            out.endArray();
        });
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IOException if it is something else
     */
    public static List<Finding> parse(String text) throws IOException {
        List<Finding> findings = new ArrayList<>();
        JsonReader in = new JsonReader(text);
        in.array();
        while (in.nextElement()) {
            findings.add(read(in));
        }
        in.end();
        return findings;
    }

    /** Writes a line of the author's program or its input, as an object. */
    public static void write(JsonWriter out, Origin origin) {
        out.startObject();
        out.field("kind", origin.kind().name().toLowerCase(Locale.ROOT));
        out.field("path", origin.path());
        if (origin.line() != 0) {
            out.field("line", origin.line());
        }
        if (origin.column() != 0) {
            out.field("column", origin.column());
        }
        out.endObject();
    }

    /** Reads what {@link #write(JsonWriter, Origin)} wrote. */
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

    private static void write(JsonWriter out, Finding finding) {
        out.startObject();
        out.field("code", finding.code());
        out.field("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        out.optional("environment", finding.environment());
        out.optional("stack", finding.stack());
        out.optional("resource", finding.resource());
        out.optional("field", finding.field());
        Origin origin = finding.origin();
        if (origin != null) {
            out.name("origin");
            write(out, origin);
        }
        out.field("message", finding.message());
        if (!finding.hint().isEmpty()) {
            out.field("hint", finding.hint());
        }
        if (!finding.related().isEmpty()) {
            out.startArray("related");
            for (Related related : finding.related()) {
                out.startObject();
                out.name("origin");
                write(out, related.origin());
                out.field("message", related.message());
                out.endObject();
            }
            out.endArray();
        }
        out.optional("reason", finding.reason());
        out.endObject();
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
