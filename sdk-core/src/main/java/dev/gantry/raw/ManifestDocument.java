package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Flaw;
import java.util.List;
import java.util.Map;

/**
 * One document of a file.
 *
 * @param tree what it says
 * @param start where it begins
 * @param lines where its fields are, by path; only the items of a list, unless the lines of fields are traced
 * @param doubts what may not be meant
 */
record ManifestDocument(JsonNode tree, Position start, Map<String, Position> lines, List<Doubt> doubts) {

    /** A value that was read, but may not mean what its author thinks. */
    record Doubt(String field, Position position, Flaw flaw) {}
}
