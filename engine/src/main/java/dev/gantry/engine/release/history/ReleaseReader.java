package dev.gantry.engine.release.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.Digest;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.desired.Trees;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ReleaseLines} wrote, and believes it only if the digest is right. */
final class ReleaseReader {

    private final MessageDigest sha256 = Digest.sha256();
    private final List<DesiredObject> objects = new ArrayList<>();
    private @Nullable ObjectNode origins;
    private @Nullable ObjectNode head;

    private ReleaseReader() {}

    /**
     * The release that these parts hold.
     *
     * @throws IOException if they are damaged; says how, and nothing of what they hold
     */
    static Release read(List<InputStream> parts, String digest) throws IOException {
        ReleaseReader reader = new ReleaseReader();
        try (InputStream in =
                new BufferedInputStream(new GZIPInputStream(new SequenceInputStream(Collections.enumeration(parts))))) {
            reader.lines(in);
        } catch (UncheckedIOException | ClassCastException e) {
            // What the parser says quotes what it read.
            throw new IOException("it is not JSON");
        }
        if (!Digest.text(reader.sha256).equals(digest)) {
            throw new IOException("its digest is not " + digest);
        }
        return reader.release();
    }

    private void lines(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int each = in.read(); each >= 0; each = in.read()) {
            line.write(each);
            if (each == '\n') {
                line(line.toByteArray());
                line.reset();
            }
        }
    }

    private void line(byte[] bytes) throws IOException {
        ObjectNode tree = Trees.parse(bytes);
        if (origins == null) {
            origins = tree;
            return;
        }
        sha256.update(bytes);
        if (head == null) {
            head = tree;
            if (tree.path("format").asInt() > ReleaseLines.FORMAT) {
                throw new IOException("a newer Gantry wrote it, in format " + tree.path("format"));
            }
        } else if (tree.path("object") instanceof ObjectNode object) {
            JsonNode origin = origins.path(ReleaseLines.ORIGINS).path(objects.size());
            objects.add(new DesiredObject(entry(tree, head.path("stack").asText(), origin), object));
        } else {
            throw new IOException("a line has no object");
        }
    }

    private Release release() throws IOException {
        if (head == null || origins == null) {
            throw new IOException("it ends too early");
        }
        List<GeneratedSecret> secrets = new ArrayList<>();
        for (JsonNode secret : head.path("generatedSecrets")) {
            secrets.add(secret(secret, origins.path("generatedSecrets").path(secrets.size())));
        }
        return new Release(
                head.path("blueprint").asText(),
                head.path("environment").asText(),
                new BundleStack(
                        head.path("stack").asText(), head.path("namespace").asText(null), secrets),
                objects);
    }

    private static IndexEntry entry(JsonNode line, String stack, JsonNode origin) {
        List<Edge> references = new ArrayList<>();
        for (JsonNode reference : line.path("references")) {
            references.add(new Edge(
                    reference.path("field").asText(),
                    id(reference.path("target")),
                    reference.path("external").asBoolean()));
        }
        List<ResourceId> dependencies = new ArrayList<>();
        line.path("dependencies").forEach(dependency -> dependencies.add(id(dependency)));
        return new IndexEntry(
                id(line.path("id")),
                line.path("rank").asInt(),
                stack,
                line.path("file").asText(),
                line.path("document").asInt(),
                line.path("digest").asText(),
                OriginText.parse(origin),
                references,
                dependencies);
    }

    private static ResourceId id(JsonNode id) {
        return new ResourceId(
                id.path("apiVersion").asText(),
                id.path("kind").asText(),
                id.path("namespace").asText(null),
                id.path("name").asText());
    }

    private static GeneratedSecret secret(JsonNode secret, JsonNode origin) {
        List<GeneratedSecret.Key> keys = new ArrayList<>();
        for (JsonNode key : secret.path("keys")) {
            keys.add(new GeneratedSecret.Key(
                    key.path("name").asText(), key.path("length").asInt()));
        }
        return new GeneratedSecret(
                secret.path("namespace").asText(null), secret.path("name").asText(), keys, OriginText.parse(origin));
    }
}
