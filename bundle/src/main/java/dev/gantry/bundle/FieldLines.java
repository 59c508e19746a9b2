package dev.gantry.bundle;

import dev.gantry.field.FieldPath;
import dev.gantry.finding.Origin;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The author's lines of the fields of resources. A bundle has one line for each resource; if a cluster turns a field away, the
 * program runs once more for these. They belong to a bundle only if program and settings are the same.
 *
 * @param program the digest of the program, as in the bundle
 * @param environment such as {@code production}
 * @param settings the digest of the settings, as in the bundle
 * @param resources in the order of the bundle
 */
public record FieldLines(String program, String environment, String settings, List<OfResource> resources) {

    /** Copies the list. */
    public FieldLines {
        resources = List.copyOf(resources);
    }

    /**
     * The lines of one resource.
     *
     * @param id what it is
     * @param origin the line that made it
     * @param fields the lines of fields by path, such as {@code spec.ports[0].port}
     */
    public record OfResource(ResourceId id, @Nullable Origin origin, SortedMap<String, Origin> fields) {

        /** Copies the map. */
        public OfResource {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        }
    }

    /** Whether these are the lines of what is in a bundle. */
    public boolean belongTo(Bundle bundle) {
        return !program.isEmpty()
                && program.equals(bundle.program())
                && bundle.environments().stream()
                        .anyMatch(one ->
                                one.name().equals(environment) && one.settings().equals(settings));
    }

    /**
     * The line of a field, or else of the nearest field around it, or else of the resource; {@code null} if the resource is
     * unknown.
     *
     * @param field a path, such as {@code metadata.labels["app.kubernetes.io/name"]}
     */
    public @Nullable Origin of(ResourceId id, String field) {
        for (OfResource resource : resources) {
            if (resource.id().equals(id)) {
                Origin line = FieldPath.nearest(path -> resource.fields().get(path), field);
                return line == null ? resource.origin() : line;
            }
        }
        return null;
    }

    /** As JSON. */
    public String text() {
        return FieldLinesJson.text(this);
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IOException if it is something else
     */
    public static FieldLines parse(String text) throws IOException {
        return FieldLinesJson.parse(text);
    }
}
