package dev.gantry.bundle;

import dev.gantry.finding.FindingJson;
import dev.gantry.finding.Origin;
import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines of fields as JSON. */
final class FieldLinesJson {

    private FieldLinesJson() {}

    static String text(FieldLines lines) {
        return JsonWriter.text(out -> {
            out.startObject();
            out.field("program", lines.program());
            out.field("environment", lines.environment());
            out.field("settings", lines.settings());
            out.startArray("resources");
            for (FieldLines.OfResource resource : lines.resources()) {
                write(out, resource);
            }
            out.endArray();
            out.endObject();
        });
    }

    private static void write(JsonWriter out, FieldLines.OfResource resource) {
        out.startObject();
        IndexJson.writeFields(out, resource.id());
        Origin origin = resource.origin();
        if (origin != null) {
            out.name("origin");
            FindingJson.write(out, origin);
        }
        out.startArray("fields");
        resource.fields().forEach((field, line) -> {
            out.startObject();
            out.field("field", field);
            out.name("origin");
            FindingJson.write(out, line);
            out.endObject();
        });
        out.endArray();
        out.endObject();
    }

    static FieldLines parse(String text) throws IOException {
        String program = null;
        String environment = null;
        String settings = null;
        List<FieldLines.OfResource> resources = new ArrayList<>();
        JsonReader in = new JsonReader(text);
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "program" -> program = in.string();
                case "environment" -> environment = in.string();
                case "settings" -> settings = in.string();
                case "resources" -> {
                    in.array();
                    while (in.nextElement()) {
                        resources.add(readResource(in));
                    }
                }
                default -> in.skip();
            }
        }
        in.end();
        return new FieldLines(
                in.required(program, "program"),
                in.required(environment, "environment"),
                in.required(settings, "settings"),
                resources);
    }

    private static FieldLines.OfResource readResource(JsonReader in) throws IOException {
        IdFields id = new IdFields();
        Origin origin = null;
        SortedMap<String, Origin> fields = new TreeMap<>();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "origin" -> origin = FindingJson.readOrigin(in);
                case "fields" -> {
                    in.array();
                    while (in.nextElement()) {
                        readField(in, fields);
                    }
                }
                default -> id.read(field, in);
            }
        }
        return new FieldLines.OfResource(id.build(in), origin, fields);
    }

    private static void readField(JsonReader in, SortedMap<String, Origin> fields) throws IOException {
        String path = null;
        Origin origin = null;
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "field" -> path = in.string();
                case "origin" -> origin = FindingJson.readOrigin(in);
                default -> in.skip();
            }
        }
        fields.put(in.required(path, "field"), in.required(origin, "origin"));
    }
}
