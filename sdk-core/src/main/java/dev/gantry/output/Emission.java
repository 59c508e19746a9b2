package dev.gantry.output;

import dev.gantry.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an emitter has made. It is written if no finding is an error, and if nobody who can render the claims disagrees.
 *
 * @param files content by path, each below the folder that is named for the format
 * @param claims what is to be proved of them by programs that read such files
 * @param findings what is wrong, or could not be expressed
 * @param notes what people should be told, a line each
 */
public record Emission(
        SortedMap<String, byte[]> files, List<Claim> claims, List<Finding> findings, List<String> notes) {

    /** Copies the collections. */
    public Emission {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** An emission that came to nothing. */
    public static Emission failed(List<Finding> findings) {
        return new Emission(new TreeMap<>(), List.of(), findings, List.of());
    }

    /** Whether any finding is an error. */
    public boolean failed() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
