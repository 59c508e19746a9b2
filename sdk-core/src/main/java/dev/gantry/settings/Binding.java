package dev.gantry.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.finding.Origin;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings of one environment.
 *
 * @param <S> the settings record
 * @param value the record
 * @param values the same as a tree, with keys in the order of the record's components
 * @param digest {@code sha256:} and the hash of the values as bound. The order of keys, comments and the spread over
 *     files do not enter it; the order of a {@code Map} component does, because the program sees it
 * @param lines where each key and each list element was written, by its path such as {@code database.hosts[0]}; without
 *     those that come from an override
 */
public record Binding<S extends Record>(S value, ObjectNode values, String digest, SortedMap<String, Origin> lines) {

    /** Copies the map. */
    public Binding {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }
}
