package dev.gantry.bundle;

import dev.gantry.finding.FindingJson;
import dev.gantry.finding.Origin;
import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The resources of one environment as JSON: {@code index/<environment>.json}. */
final class IndexJson {

    /** The rank of an entry that has none, as older versions wrote them. */
    private static final int LAST = 99;

    /** About as many bytes as an entry has. */
    private static final int ROOM = 700;

    /** What such a file says. */
    record Index(List<BundleStack> stacks, List<IndexEntry> resources, List<HardenedStack> hardened) {}

    private IndexJson() {}

    static String path(String environment) {
        return "index/" + environment + ".json";
    }

    static byte[] bytes(BundleEnvironment environment) {
        return JsonWriter.bytes(environment.resources().size() * ROOM, out -> {
            out.startObject();
            out.field("environment", environment.name());
            StacksJson.write(out, environment.stacks());
            out.startArray("resources");
            for (IndexEntry entry : environment.resources()) {
                write(out, entry);
            }
            out.endArray();
            if (!environment.hardened().isEmpty()) {
                HardenedJson.write(out, environment.hardened());
            }
            out.endObject();
        });
    }

    static Index parse(String text) throws IOException {
        List<IndexEntry> entries = null;
        List<BundleStack> stacks = List.of();
        List<HardenedStack> hardened = List.of();
        JsonReader in = new JsonReader(text);
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "resources" -> {
                    entries = new ArrayList<>();
                    in.array();
                    while (in.nextElement()) {
                        entries.add(readEntry(in));
                    }
                }
                case StacksJson.FIELD -> stacks = StacksJson.read(in);
                case HardenedJson.FIELD -> hardened = HardenedJson.read(in);
                default -> in.skip();
            }
        }
        in.end();
        return new Index(stacks, in.required(entries, "resources"), hardened);
    }

    private static void write(JsonWriter out, IndexEntry entry) {
        out.startObject();
        writeFields(out, entry.id());
        out.field("rank", entry.rank());
        out.field("stack", entry.stack());
        out.field("file", entry.file());
        out.field("document", entry.document());
        out.field("digest", entry.digest());
        Origin origin = entry.origin();
        if (origin != null) {
            out.name("origin");
            FindingJson.write(out, origin);
        }
        out.startArray("references");
        for (Edge edge : entry.references()) {
            out.startObject();
            out.field("field", edge.field());
            writeFields(out, edge.target());
            out.field("external", edge.external());
            out.endObject();
        }
        out.endArray();
        if (!entry.dependencies().isEmpty()) {
            out.startArray("dependencies");
            for (ResourceId dependency : entry.dependencies()) {
                out.startObject();
                writeFields(out, dependency);
                out.endObject();
            }
            out.endArray();
        }
        out.endObject();
    }

    static void writeFields(JsonWriter out, ResourceId id) {
        out.field("apiVersion", id.apiVersion());
        out.field("kind", id.kind());
        out.optional("namespace", id.namespace());
        out.field("name", id.name());
    }

    private static IndexEntry readEntry(JsonReader in) throws IOException {
        IdFields id = new IdFields();
        int rank = LAST;
        String stack = null;
        String file = null;
        Integer document = null;
        String digest = null;
        Origin origin = null;
        List<Edge> references = new ArrayList<>();
        List<ResourceId> dependencies = new ArrayList<>();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "rank" -> rank = in.integer();
                case "stack" -> stack = in.string();
                case "file" -> file = in.string();
                case "document" -> document = in.integer();
                case "digest" -> digest = in.string();
                case "origin" -> origin = FindingJson.readOrigin(in);
                case "references" -> {
                    in.array();
                    while (in.nextElement()) {
                        references.add(readEdge(in));
                    }
                }
                case "dependencies" -> {
                    in.array();
                    while (in.nextElement()) {
                        dependencies.add(readId(in));
                    }
                }
                default -> id.read(field, in);
            }
        }
        return new IndexEntry(
                id.build(in),
                rank,
                in.required(stack, "stack"),
                in.required(file, "file"),
                in.required(document, "document"),
                in.required(digest, "digest"),
                origin,
                references,
                dependencies);
    }

    private static ResourceId readId(JsonReader in) throws IOException {
        IdFields id = new IdFields();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            id.read(field, in);
        }
        return id.build(in);
    }

    private static Edge readEdge(JsonReader in) throws IOException {
        IdFields target = new IdFields();
        String path = null;
        boolean external = false;
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "field" -> path = in.string();
                case "external" -> external = in.bool();
                default -> target.read(field, in);
            }
        }
        return new Edge(in.required(path, "field"), target.build(in), external);
    }
}
