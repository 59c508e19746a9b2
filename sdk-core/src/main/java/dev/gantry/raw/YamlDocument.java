package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Origin;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A document of a YAML text.
 *
 * @param tree what it says
 * @param lines where its fields are, by path
 */
public record YamlDocument(JsonNode tree, SortedMap<String, Origin> lines) {

    /** Copies the map. */
    public YamlDocument {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }
}
