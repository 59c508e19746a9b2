package dev.gantry.bundle;

import dev.gantry.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a bundle.
 *
 * @param id what it is
 * @param rank the place of its kind in the order of applying, from 0 to 99; lower ones go first
 * @param stack the stack that it belongs to
 * @param file its manifest, relative to the bundle's folder, with {@code /}
 * @param document which document of that file it is, from 0
 * @param digest {@code sha256:} and the hexadecimal hash of its document as printed
 * @param origin the author's line
 * @param references the resources that it names
 * @param dependencies the resources that have to be ready before it is applied, because the author says so
 */
public record IndexEntry(
        ResourceId id,
        int rank,
        String stack,
        String file,
        int document,
        String digest,
        @Nullable Origin origin,
        List<Edge> references,
        List<ResourceId> dependencies) {

    /** Copies the lists. */
    public IndexEntry {
        references = List.copyOf(references);
        dependencies = List.copyOf(dependencies);
    }
}
