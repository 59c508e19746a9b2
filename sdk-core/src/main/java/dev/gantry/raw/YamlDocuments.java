package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The documents of a YAML text, read the way that {@code kubectl} reads it, whatever they say. */
public final class YamlDocuments {

    private YamlDocuments() {}

    /**
     * Reads a text.
     *
     * @param file the path that findings name
     * @return a tree for each document, in their order
     * @throws FindingsException if it is not YAML
     */
    public static List<JsonNode> read(String file, String text) {
        return read(text, false, new Mistakes(file)).stream()
                .map(ManifestDocument::tree)
                .toList();
    }

    /**
     * Reads a text, with the lines of its fields.
     *
     * @param file the path that findings and lines name
     * @return the documents, in their order
     * @throws FindingsException if it is not YAML
     */
    public static List<YamlDocument> traced(String file, String text) {
        Mistakes mistakes = new Mistakes(file);
        List<YamlDocument> documents = new ArrayList<>();
        for (ManifestDocument document : read(text, true, mistakes)) {
            SortedMap<String, Origin> lines = new TreeMap<>();
            document.lines().forEach((field, position) -> lines.put(field, mistakes.at(position)));
            documents.add(new YamlDocument(document.tree(), lines));
        }
        return documents;
    }

    private static List<ManifestDocument> read(String text, boolean tracing, Mistakes mistakes) {
        List<ManifestDocument> documents = YamlReader.read(text, tracing, mistakes);
        if (mistakes.count() > 0) {
            throw new FindingsException(mistakes.findings());
        }
        return documents;
    }
}
