package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.extension.ApiTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an autoscaler names by kind and name, in any version of the kind's API. */
record AutoscalerTarget(String group, String kind, @Nullable String namespace, String name) {

    /** The object of the autoscaler's own namespace that a reference names. */
    static AutoscalerTarget of(Manifest autoscaler, JsonNode reference) {
        return new AutoscalerTarget(
                ApiTable.group(reference.path("apiVersion").asText()),
                reference.path("kind").asText(),
                autoscaler.id().namespace(),
                reference.path("name").asText());
    }

    /** An object as what autoscalers name it by. */
    static AutoscalerTarget of(Manifest object) {
        ResourceId id = object.id();
        return new AutoscalerTarget(id.group(), id.kind(), id.namespace(), id.name());
    }

    /** Its manifest; {@code null} if the program does not have it. */
    @Nullable
    Manifest in(Model model) {
        return model.find(group, kind, namespace, name).orElse(null);
    }

    // Written out, as a record's own are made at run time, which takes a small program milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AutoscalerTarget target
                && name.equals(target.name)
                && kind.equals(target.kind)
                && group.equals(target.group)
                && Objects.equals(namespace, target.namespace);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + kind.hashCode()) + Objects.hashCode(namespace);
    }

    /** As people name it, such as {@code Deployment shop/web}. */
    @Override
    public String toString() {
        return new ResourceId(group, kind, namespace, name).toString();
    }
}
