package dev.gantry.bundle;

import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What hardening has set, as JSON: a part of the index of an environment. */
final class HardenedJson {

    static final String FIELD = "hardened";

    private HardenedJson() {}

    static void write(JsonWriter out, List<HardenedStack> hardened) {
        out.startArray(FIELD);
        for (HardenedStack stack : hardened) {
            out.startObject();
            out.field("stack", stack.stack());
            out.field("standard", stack.standard());
            out.startArray("changes");
            for (HardenedStack.Change change : stack.changes()) {
                out.startObject();
                IndexJson.writeFields(out, change.resource());
                out.startArray("fields");
                for (String field : change.fields()) {
                    out.value(field);
                }
                out.endArray();
                out.endObject();
            }
            out.endArray();
            out.endObject();
        }
        out.endArray();
    }

    static List<HardenedStack> read(JsonReader in) throws IOException {
        List<HardenedStack> hardened = new ArrayList<>();
        in.array();
        while (in.nextElement()) {
            hardened.add(readStack(in));
        }
        return hardened;
    }

    private static HardenedStack readStack(JsonReader in) throws IOException {
        String stack = null;
        String standard = null;
        List<HardenedStack.Change> changes = new ArrayList<>();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "stack" -> stack = in.string();
                case "standard" -> standard = in.string();
                case "changes" -> {
                    in.array();
                    while (in.nextElement()) {
                        changes.add(readChange(in));
                    }
                }
                default -> in.skip();
            }
        }
        return new HardenedStack(in.required(stack, "stack"), in.required(standard, "standard"), changes);
    }

    private static HardenedStack.Change readChange(JsonReader in) throws IOException {
        IdFields id = new IdFields();
        List<String> fields = new ArrayList<>();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            if (field.equals("fields")) {
                in.array();
                while (in.nextElement()) {
                    fields.add(in.string());
                }
            } else {
                id.read(field, in);
            }
        }
        return new HardenedStack.Change(id.build(in), fields);
    }
}
