package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import java.util.HashMap;
import java.util.Map;

/** The scopes of custom kinds, as the definitions in the program state them. */
final class CustomScopes {

    private record GroupKind(String group, String kind) {}

    private final Map<GroupKind, Kind.Scope> scopes = new HashMap<>();

    CustomScopes(App app) {
        for (Stack stack : app.stacks()) {
            for (Stack.Entry entry : stack.entries()) {
                if (entry.resource() != null && entry.resource().kind().name().equals("CustomResourceDefinition")) {
                    add(Draft.of(entry.resource()).copyTree().path("spec"));
                }
            }
        }
    }

    /** The scope of a resource, by its kind or by its definition; {@link Kind.Scope#UNKNOWN} if nobody states it. */
    Kind.Scope of(Resource resource) {
        Kind kind = resource.kind();
        if (kind.scope() != Kind.Scope.UNKNOWN) {
            return kind.scope();
        }
        int slash = kind.apiVersion().indexOf('/');
        String group = slash < 0 ? "" : kind.apiVersion().substring(0, slash);
        return scopes.getOrDefault(new GroupKind(group, kind.name()), Kind.Scope.UNKNOWN);
    }

    private void add(JsonNode spec) {
        GroupKind kind = new GroupKind(
                spec.path("group").asText(), spec.path("names").path("kind").asText());
        scopes.put(kind, spec.path("scope").asText().equals("Cluster") ? Kind.Scope.CLUSTER : Kind.Scope.NAMESPACED);
    }
}
