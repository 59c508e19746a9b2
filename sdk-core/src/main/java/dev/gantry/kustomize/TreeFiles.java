package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.yaml.Utf8Text;
import dev.gantry.yaml.YamlPrinter;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a tree while they are made. */
final class TreeFiles {

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Utf8Text text = new Utf8Text();
    private final YamlPrinter printer = new YamlPrinter(text);

    void yaml(String path, JsonNode tree) {
        text.clear();
        printer.append(tree);
        Utf8Text file = new Utf8Text(text.length());
        file.append(text);
        files.put(path, file.toByteArray());
    }

    void bytes(String path, byte[] content) {
        files.put(path, content.clone());
    }

    /** The content by path, so far. */
    SortedMap<String, byte[]> all() {
        return files;
    }
}
