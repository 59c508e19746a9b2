package dev.gantry.output;

import java.util.List;

/**
 * That a folder of the output, rendered with certain values, is what the program makes of the same.
 *
 * @param folder of an emission's files, such as {@code helm/shop}
 * @param samples values, each with what is expected of them
 */
public record Claim(String folder, List<ClaimSample> samples) {

    /** Copies the list. */
    public Claim {
        samples = List.copyOf(samples);
    }
}
