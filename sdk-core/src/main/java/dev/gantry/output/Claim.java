package dev.gantry.output;

import java.util.List;
import java.util.function.Supplier;

/**
 * That a folder of the output, rendered with certain values, is what the program makes of the same.
 *
 * @param folder of an emission's files, such as {@code helm/shop}
 * @param samples values, each with what is expected of them; asked for once, after the emission, if there may be
 *     somebody who can render the folder; they must not throw then
 */
public record Claim(String folder, Supplier<List<ClaimSample>> samples) {}
