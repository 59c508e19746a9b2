package dev.gantry.engine.release.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.desired.Trees;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A release as lines of JSON: the author's lines first, then what it is, then one line for each object. So neither writing nor
 * reading thousands of objects has more than one of them in memory as a tree.
 */
final class ReleaseLines {

    /** The format that this code writes, and the newest that it reads. */
    static final int FORMAT = 1;

    static final String ORIGINS = "origins";

    private ReleaseLines() {}

    static void writeObjects(Release release, OutputStream out) throws IOException {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("format", FORMAT);
        head.put("blueprint", release.blueprint());
        head.put("environment", release.environment());
        BundleStack stack = release.stack();
        head.put("stack", stack.name());
        putOptional(head, "namespace", stack.namespace());
        ArrayNode generated = head.putArray("generatedSecrets");
        stack.generatedSecrets().forEach(secret -> write(generated.addObject(), secret));
        line(head, out);
        for (DesiredObject object : release.objects()) {
            line(object(object), out);
        }
    }

    static void writeOrigins(Release release, OutputStream out) throws IOException {
        ObjectNode first = JsonNodeFactory.instance.objectNode();
        ArrayNode origins = first.putArray(ORIGINS);
        release.objects().forEach(object -> origins.add(OriginText.of(object.origin())));
        ArrayNode generated = first.putArray("generatedSecrets");
        release.stack().generatedSecrets().forEach(secret -> generated.add(OriginText.of(secret.origin())));
        line(first, out);
    }

    private static ObjectNode object(DesiredObject object) {
        IndexEntry entry = object.entry();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        write(line.putObject("id"), entry.id());
        line.put("rank", entry.rank());
        line.put("file", entry.file());
        line.put("document", entry.document());
        line.put("digest", entry.digest());
        ArrayNode references = line.putArray("references");
        for (Edge edge : entry.references()) {
            ObjectNode reference = references.addObject();
            reference.put("field", edge.field());
            write(reference.putObject("target"), edge.target());
            reference.put("external", edge.external());
        }
        ArrayNode dependencies = line.putArray("dependencies");
        entry.dependencies().forEach(dependency -> write(dependencies.addObject(), dependency));
        line.set("object", object.tree());
        return line;
    }

    private static void write(ObjectNode out, ResourceId id) {
        out.put("apiVersion", id.apiVersion());
        out.put("kind", id.kind());
        putOptional(out, "namespace", id.namespace());
        out.put("name", id.name());
    }

    private static void write(ObjectNode out, GeneratedSecret secret) {
        putOptional(out, "namespace", secret.namespace());
        out.put("name", secret.name());
        ArrayNode keys = out.putArray("keys");
        secret.keys().forEach(key -> keys.addObject().put("name", key.name()).put("length", key.length()));
    }

    private static void putOptional(ObjectNode out, String field, @Nullable String value) {
        if (value != null) {
            out.put(field, value);
        }
    }

    private static void line(JsonNode line, OutputStream out) throws IOException {
        out.write(Trees.json(line));
        out.write('\n');
    }
}
