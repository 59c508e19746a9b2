package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that hold the name of another resource. */
public final class Names {

    private Names() {}

    /** Writes the name of a resource: one of the same namespace, if its kind lives in namespaces. */
    public static void write(Fields object, String field, @Nullable Resource resource) {
        if (object.given(field, resource) && resource != null) {
            object.set(field, resource.name());
            link(object, field, resource);
        }
    }

    /** Adds the name of a resource to a list: of one of the same namespace, if its kind lives in namespaces. */
    public static void add(Fields object, String list, @Nullable Resource resource) {
        if (object.given(list, resource) && resource != null) {
            object.add(list, resource.name());
            link(object, list, resource);
        }
    }

    /** Writes {@code name} and {@code namespace} of a resource that may live in any namespace. */
    public static void writeWithNamespace(Fields object, @Nullable Resource resource) {
        if (object.given("name", resource) && resource != null) {
            object.set("name", resource.name());
            object.mention("name", resource);
            object.set("namespace", new NamespaceOf(resource));
        }
    }

    private static void link(Fields object, String field, Resource resource) {
        if (resource.kind().scope() == Kind.Scope.CLUSTER) {
            object.mention(field, resource);
        } else {
            object.refer(field, resource);
        }
    }

    /** The namespace in which a resource is placed. */
    private record NamespaceOf(Resource resource) implements Late {

        @Override
        public @Nullable JsonNode resolve(Context context) {
            String namespace = context.namespace(resource);
            return namespace == null ? null : TextNode.valueOf(namespace);
        }

        @Override
        public List<Flaw> flaws() {
            return resource.isExternal() && resource.ownNamespace() == null
                    ? List.of(new Flaw(
                            ValueRule.NAME,
                            "Nobody says in which namespace " + resource + " is.",
                            "Say it with existing(name).in(namespace)."))
                    : List.of();
        }
    }
}
