package dev.gantry.bundle;

import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The file {@code gantry.json}: says that the directory is Gantry's, what made it, and which files are owned.
 *
 * @param format the version of the directory's format
 * @param complete {@code false} while a run changes the directory, and after it was interrupted
 * @param files relative to the root; while a run changes the directory, those of the run before and those to come
 */
record Header(
        int format,
        String tool,
        boolean complete,
        String blueprint,
        String layout,
        String program,
        List<Environment> environments,
        SortedSet<String> files) {

    static final String FILE = "gantry.json";

    /** Where the header is written before it takes the place of the old one. */
    static final String TEMPORARY = "gantry.json.tmp";

    /** One environment: its name, the digest of its settings, and that of its index file. */
    record Environment(String name, String settings, String digest) {}

    static Header of(Bundle bundle, List<Environment> environments, Collection<String> files, boolean complete) {
        return new Header(
                Bundle.FORMAT,
                bundle.tool(),
                complete,
                bundle.blueprint(),
                bundle.layout(),
                bundle.program(),
                environments,
                new TreeSet<>(files));
    }

    String text() {
        return JsonWriter.text(this::write);
    }

    private void write(JsonWriter out) {
        out.startObject();
        out.field("format", format);
        out.field("tool", tool);
        out.field("complete", complete);
        out.field("blueprint", blueprint);
        out.field("layout", layout);
        out.field("program", program);
        out.startArray("environments");
        for (Environment environment : environments) {
            out.startObject();
            out.field("name", environment.name());
            out.field("settings", environment.settings());
            out.field("digest", environment.digest());
            out.endObject();
        }
        out.endArray();
        out.startArray("files");
        for (String file : files) {
            out.value(file);
        }
        out.endArray();
        out.endObject();
    }

    /** Reads a header. Of a newer format, only the format and the tool are read: the rest may mean something else. */
    static Header parse(String text) throws IOException {
        Integer format = null;
        String tool = null;
        Boolean complete = null;
        String blueprint = null;
        String layout = null;
        String program = null;
        List<Environment> environments = new ArrayList<>();
        SortedSet<String> files = new TreeSet<>();
        JsonReader in = new JsonReader(text);
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            boolean newer = format != null && format > Bundle.FORMAT;
            switch (newer && !field.equals("tool") ? "" : field) {
                case "format" -> format = in.integer();
                case "tool" -> tool = in.string();
                case "complete" -> complete = in.bool();
                case "blueprint" -> blueprint = in.string();
                case "layout" -> layout = in.string();
                case "program" -> program = in.string();
                case "environments" -> readEnvironments(in, environments);
                case "files" -> readFiles(in, files);
                default -> in.skip();
            }
        }
        in.end();
        int known = in.required(format, "format");
        if (known < 1) {
            throw in.error("there is no format " + known);
        }
        if (known > Bundle.FORMAT) {
            return new Header(known, tool == null ? "" : tool, false, "", "", "", List.of(), files);
        }
        return new Header(
                known,
                in.required(tool, "tool"),
                in.required(complete, "complete"),
                in.required(blueprint, "blueprint"),
                in.required(layout, "layout"),
                in.required(program, "program"),
                environments,
                files);
    }

    private static void readEnvironments(JsonReader in, List<Environment> environments) throws IOException {
        in.array();
        while (in.nextElement()) {
            String name = null;
            String settings = null;
            String digest = null;
            in.object();
            for (String field = in.nextField(); field != null; field = in.nextField()) {
                switch (field) {
                    case "name" -> name = in.string();
                    case "settings" -> settings = in.string();
                    case "digest" -> digest = in.string();
                    default -> in.skip();
                }
            }
            if (!PortablePaths.isPortable(IndexJson.path(in.required(name, "name")))) {
                throw in.error("\"" + name + "\" is not the name of an environment");
            }
            environments.add(new Environment(
                    in.required(name, "name"), in.required(settings, "settings"), in.required(digest, "digest")));
        }
    }

    private static void readFiles(JsonReader in, SortedSet<String> files) throws IOException {
        in.array();
        while (in.nextElement()) {
            String file = in.string();
            // What is listed here may be deleted, so a path that leads elsewhere is never believed.
            if (!PortablePaths.isPortable(file)) {
                throw in.error("\"" + file + "\" is not a path below the directory");
            }
            files.add(file);
        }
    }
}
