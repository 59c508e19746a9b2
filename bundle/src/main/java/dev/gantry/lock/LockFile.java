package dev.gantry.lock;

import dev.gantry.bundle.Digest;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.json.JsonReader;
import dev.gantry.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A module's {@code src/main/gantry/gantry.lock}: every source of another place that its program takes in, and what it is pinned to. The
 * copies are beside it, in {@code locked/}. Both are meant to be committed.
 *
 * @param entries by source
 */
public record LockFile(SortedMap<RemoteSource, LockEntry> entries) {

    /** Where it is, from the module's folder on. */
    public static final String PATH = "src/main/gantry/gantry.lock";

    private static final int FORMAT = 1;
    private static final String HINT = "Restore it from version control, or run mvn gantry:lock to write it anew.";

    /** Copies the map. */
    public LockFile {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** The lock file of these entries. */
    public static LockFile of(Collection<LockEntry> entries) {
        SortedMap<RemoteSource, LockEntry> all = new TreeMap<>();
        entries.forEach(entry -> all.put(entry.source(), entry));
        return new LockFile(all);
    }

    /**
     * Reads that of a module; an empty one if there is none.
     *
     * @throws FindingsException if it is something else
     */
    public static LockFile read(Path module) {
        Path file = module.resolve(PATH);
        if (!Files.exists(file)) {
            return new LockFile(new TreeMap<>());
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new FindingsException(
                    Finding.of(LockRule.UNREADABLE, "The lock file " + PATH + " cannot be read: " + e.getMessage())
                            .hint(HINT));
        }
    }

    /** The entry of a source; {@code null} if there is none. */
    public @Nullable LockEntry entry(RemoteSource source) {
        return entries.get(source);
    }

    /**
     * The copy of an entry, which is what was locked.
     *
     * @param module the module's folder
     * @throws FindingsException if it is not
     */
    public static Path copy(Path module, LockEntry entry) {
        Path folder = folder(module);
        Path copy = folder.resolve(entry.file()).normalize();
        String shown = "src/main/gantry/" + entry.file();
        if (!copy.startsWith(folder.normalize())) {
            throw new FindingsException(
                    Finding.of(LockRule.UNREADABLE, "The lock file names a copy that is not beside it: " + entry.file())
                            .hint(HINT));
        }
        try {
            if (!Files.exists(copy)) {
                throw new FindingsException(Finding.of(
                                LockRule.COPY, "The locked copy " + shown + " of " + entry.source() + " is not there.")
                        .hint("Restore it from version control, or run mvn gantry:lock to get it again."));
            }
            String digest = Digest.sha256(Files.readAllBytes(copy));
            if (!digest.equals(entry.digest())) {
                throw new FindingsException(Finding.of(
                                LockRule.COPY,
                                "The copy " + shown + " of " + entry.source()
                                        + " is not what was locked: its digest is " + digest + ", and not "
                                        + entry.digest() + ".")
                        .hint("Restore it from version control, or run mvn gantry:lock to get it again."));
            }
            return copy;
        } catch (IOException e) {
            throw new FindingsException(Finding.of(LockRule.COPY, "The locked copy " + shown + " cannot be read: " + e)
                    .hint("Grant the permission."));
        }
    }

    /** The folder that the lock file is in. */
    public static Path folder(Path module) {
        return module.resolve(PATH).resolveSibling("");
    }

    /** Its content, sorted. */
    public String text() {
        return JsonWriter.text(json -> {
            json.startObject();
            json.field("about", "Made by mvn gantry:lock. Commit it together with the folder locked.");
            json.field("format", FORMAT);
            json.startArray("sources");
            for (LockEntry entry : entries.values()) {
                RemoteSource source = entry.source();
                json.startObject();
                json.field("kind", source.kind().toString());
                json.field("url", source.url());
                field(json, "name", source.name());
                field(json, "version", source.version());
                field(json, "resolved", entry.resolved());
                json.field("digest", entry.digest());
                json.field("file", entry.file());
                json.endObject();
            }
            json.endArray();
            json.endObject();
        });
    }

    private static void field(JsonWriter json, String name, String value) {
        if (!value.isEmpty()) {
            json.field(name, value);
        }
    }

    private static LockFile parse(String text) throws IOException {
        SortedMap<RemoteSource, LockEntry> entries = new TreeMap<>();
        JsonReader in = new JsonReader(text);
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            switch (field) {
                case "format" -> {
                    int format = in.integer();
                    if (format != FORMAT) {
                        throw in.error("it has the format " + format + ", and this Gantry knows " + FORMAT);
                    }
                }
                case "sources" -> {
                    in.array();
                    while (in.nextElement()) {
                        LockEntry entry = entry(in);
                        entries.put(entry.source(), entry);
                    }
                }
                default -> in.skip();
            }
        }
        in.end();
        return new LockFile(entries);
    }

    private static LockEntry entry(JsonReader in) throws IOException {
        SortedMap<String, String> fields = new TreeMap<>();
        in.object();
        for (String field = in.nextField(); field != null; field = in.nextField()) {
            fields.put(field, in.string());
        }
        String kind = in.required(fields.get("kind"), "kind").toUpperCase(Locale.ROOT);
        RemoteSource.RemoteKind known;
        try {
            known = RemoteSource.RemoteKind.valueOf(kind);
        } catch (IllegalArgumentException e) {
            throw in.error("there is no kind " + fields.get("kind"));
        }
        return new LockEntry(
                new RemoteSource(
                        known,
                        in.required(fields.get("url"), "url"),
                        fields.getOrDefault("name", ""),
                        fields.getOrDefault("version", "")),
                fields.getOrDefault("resolved", ""),
                in.required(fields.get("digest"), "digest"),
                in.required(fields.get("file"), "file"));
    }
}
