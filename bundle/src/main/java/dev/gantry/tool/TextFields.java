package dev.gantry.tool;

import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts by name, as a JSON object. */
final class TextFields {

    private TextFields() {}

    static String write(SortedMap<String, String> fields) {
        return JsonWriter.text(out -> {
            out.startObject();
            fields.forEach(out::field);
            out.endObject();
        });
    }

    static SortedMap<String, String> read(String text) throws IOException {
        SortedMap<String, String> fields = new TreeMap<>();
        JsonReader in = new JsonReader(text);
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            fields.put(field, in.string());
        }
        in.end();
        return fields;
    }
}
