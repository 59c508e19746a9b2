package dev.gantry.raw;

import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Origins;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of files, as the program names it.
 *
 * @param kind such as {@code Deployment}
 * @param group the API group; {@code null} for any
 * @param namespace the namespace that its manifest states; {@code null} for any or none
 * @param name its name
 * @param origin the line that names it
 */
record Selection(
        String kind,
        @Nullable String group,
        @Nullable String namespace,
        String name,
        @Nullable Origin origin) {

    /** By texts: {@code Deployment} or {@code Deployment.apps}, and {@code web} or {@code shop/web}. */
    static Selection of(@Nullable String kind, @Nullable String name) {
        String text = kind == null ? "" : kind;
        int dot = text.indexOf('.');
        return dot < 0 ? of(text, null, name) : of(text.substring(0, dot), text.substring(dot + 1), name);
    }

    static Selection of(Kind kind, @Nullable String name) {
        return of(kind.name(), kind.group(), name);
    }

    static Selection of(String kind, @Nullable String group, @Nullable String name) {
        String text = name == null ? "" : name;
        int slash = text.indexOf('/');
        return new Selection(
                kind, group, slash < 0 ? null : text.substring(0, slash), text.substring(slash + 1), Origins.here());
    }

    /** The places of the objects that are meant, which is one if all is well. */
    List<Integer> among(List<ResourceId> objects) {
        List<Integer> places = new ArrayList<>(1);
        for (int i = 0; i < objects.size(); i++) {
            ResourceId object = objects.get(i);
            if (object.name().equals(name)
                    && isOfKind(object)
                    && (namespace == null || namespace.equals(object.namespace()))) {
                places.add(i);
            }
        }
        return places;
    }

    boolean isOfKind(ResourceId object) {
        return object.kind().equals(kind) && (group == null || object.group().equals(group));
    }

    /** Such as {@code Deployment "web"}. */
    @Override
    public String toString() {
        return kind + (group == null || group.isEmpty() ? "" : "." + group) + " \""
                + (namespace == null ? "" : namespace + "/") + name + "\"";
    }
}
