package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.ApiTable;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Custom kinds, as the definitions in the program state them. */
final class CustomKinds {

    private record GroupKind(String group, String kind) {

        static GroupKind of(Kind kind) {
            return new GroupKind(ApiTable.group(kind.apiVersion()), kind.name());
        }
    }

    private record Definition(Kind.Scope scope, String plural) {}

    private final Map<GroupKind, Definition> definitions = new HashMap<>();

    CustomKinds(App app) {
        for (Stack stack : app.stacks()) {
            for (Stack.Entry entry : stack.entries()) {
                if (entry.resource() != null && entry.resource().kind().name().equals("CustomResourceDefinition")) {
                    add(Draft.of(entry.resource()).copyTree().path("spec"));
                }
            }
        }
    }

    /**
     * The scope of a resource, by its definition or by its kind; {@link Kind.Scope#UNKNOWN} if nobody states it. The definition knows better:
     * of a manifest, the kind is only taken to live in namespaces since the manifest names one.
     */
    Kind.Scope scope(Resource resource) {
        Kind kind = resource.kind();
        Definition definition = definitions.isEmpty() ? null : definitions.get(GroupKind.of(kind));
        return definition == null ? kind.scope() : definition.scope();
    }

    /** The name of a resource's kind in URLs; the regular plural if nobody states it. */
    String plural(Resource resource) {
        GroupKind kind = GroupKind.of(resource.kind());
        Definition definition = definitions.get(kind);
        if (definition != null && !definition.plural().isEmpty()) {
            return definition.plural();
        }
        return Objects.requireNonNullElseGet(
                ApiTable.plural(kind.group(), kind.kind()),
                () -> regularPlural(kind.kind().toLowerCase(Locale.ROOT)));
    }

    /** As English has it: {@code gateways}, but {@code authorizationpolicies} and {@code prometheuses}. */
    static String regularPlural(String noun) {
        int last = noun.length() - 1;
        if (last > 0 && noun.charAt(last) == 'y' && "aeiou".indexOf(noun.charAt(last - 1)) < 0) {
            return noun.substring(0, last) + "ies";
        }
        return noun + (noun.endsWith("s") || noun.endsWith("x") || noun.endsWith("ch") ? "es" : "s");
    }

    private void add(JsonNode spec) {
        JsonNode names = spec.path("names");
        GroupKind kind =
                new GroupKind(spec.path("group").asText(), names.path("kind").asText());
        definitions.put(
                kind,
                new Definition(
                        spec.path("scope").asText().equals("Cluster") ? Kind.Scope.CLUSTER : Kind.Scope.NAMESPACED,
                        names.path("plural").asText()));
    }
}
