package dev.gantry.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that is not the same in two results of a program.
 *
 * @param resource as people name it
 * @param field such as {@code spec.replicas}; empty for the resource as a whole, which then is in one of the results only
 * @param from in the first result; {@code null} if it is not there
 * @param to in the second result; {@code null} if it is not there
 */
record Movement(
        String resource,
        String field,
        @Nullable JsonNode from,
        @Nullable JsonNode to) {

    /** All that moves, in the order of the resources. */
    static List<Movement> between(List<Manifest> from, List<Manifest> to) {
        Map<ResourceId, Manifest> former = byId(from);
        Map<ResourceId, Manifest> latter = byId(to);
        Set<ResourceId> ids = new LinkedHashSet<>(former.keySet());
        ids.addAll(latter.keySet());
        List<Movement> found = new ArrayList<>();
        for (ResourceId id : ids) {
            Manifest one = former.get(id);
            Manifest other = latter.get(id);
            if (one == null || other == null) {
                found.add(new Movement(id.toString(), "", presence(one), presence(other)));
            } else {
                for (FieldDifference difference : FieldDifference.between(one.tree(), other.tree())) {
                    FieldDifference shown = difference.masked(id.kind());
                    found.add(new Movement(id.toString(), shown.path(), shown.from(), shown.to()));
                }
            }
        }
        return found;
    }

    /** Whether it is the same field that another one moves, to whatever value. */
    boolean isOfSameField(Movement other) {
        return resource.equals(other.resource) && field.equals(other.field);
    }

    private static Map<ResourceId, Manifest> byId(List<Manifest> manifests) {
        Map<ResourceId, Manifest> byId = new LinkedHashMap<>();
        manifests.forEach(manifest -> byId.put(manifest.id(), manifest));
        return byId;
    }

    /** Resources are not compared with nothing field by field: that it is there is all that is to be told. */
    private static @Nullable JsonNode presence(@Nullable Manifest manifest) {
        return manifest == null ? null : TextNode.valueOf(manifest.id().apiVersion());
    }
}
