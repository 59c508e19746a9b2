package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.FindingsException;
import java.util.List;

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
        Mistakes mistakes = new Mistakes(file);
        List<ManifestDocument> documents = YamlReader.read(text, false, mistakes);
        if (mistakes.count() > 0) {
            throw new FindingsException(mistakes.findings());
        }
        return documents.stream().map(ManifestDocument::tree).toList();
    }
}
