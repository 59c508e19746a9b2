package dev.gantry.extension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that name another resource. */
public final class References {

    private References() {}

    /** Writes the name of a resource: one of the same namespace, if its kind lives in namespaces. */
    public static void name(Fields object, String field, @Nullable Resource resource) {
        if (object.given(field, resource) && resource != null) {
            object.set(field, resource.name());
            link(object, field, resource);
        }
    }

    /** Adds the name of a resource to a list: of one of the same namespace, if its kind lives in namespaces. */
    public static void addName(Fields object, String list, @Nullable Resource resource) {
        if (object.given(list, resource) && resource != null) {
            object.add(list, resource.name());
            link(object, list, resource);
        }
    }

    /** Writes {@code name} and {@code namespace} of a resource that may live in any namespace. */
    public static void nameAndNamespace(Fields object, @Nullable Resource resource) {
        if (object.given("name", resource) && resource != null) {
            object.set("name", resource.name());
            object.mention("name", resource);
            statedNamespace(object, resource);
        }
    }

    /** Writes the {@code namespace} of a resource, which has to be known if it has one. */
    public static void statedNamespace(Fields object, Resource resource) {
        object.set("namespace", new NamespaceOf(resource, true));
    }

    /** Writes the {@code namespace} of a resource, if it is known. */
    public static void namespace(Fields object, Resource resource) {
        object.set("namespace", new NamespaceOf(resource, false));
    }

    /** Writes {@code apiVersion}, {@code kind} and {@code name} of an object of the same namespace. */
    public static void typed(Fields owner, String field, Resource resource) {
        Fields reference = owner.object(field);
        reference.set("apiVersion", resource.kind().apiVersion());
        reference.set("kind", resource.kind().name());
        reference.set("name", resource.name());
        owner.refer(field, resource);
    }

    /** Writes {@code apiGroup} (of the core group, none), {@code kind} and {@code name}; does not say where it may live. */
    public static void ofGroup(Fields reference, Resource resource) {
        String group = ApiTable.group(resource.kind().apiVersion());
        if (!group.isEmpty()) {
            reference.set("apiGroup", group);
        }
        reference.set("kind", resource.kind().name());
        reference.set("name", resource.name());
    }

    private static void link(Fields object, String field, Resource resource) {
        if (resource.kind().scope() == Kind.Scope.CLUSTER) {
            object.mention(field, resource);
        } else {
            object.refer(field, resource);
        }
    }

    /** The namespace in which a resource is placed. */
    private record NamespaceOf(Resource resource, boolean needed) implements Late {

        @Override
        public @Nullable JsonNode resolve(Context context) {
            String namespace = context.namespace(resource);
            return namespace == null ? null : TextNode.valueOf(namespace);
        }

        @Override
        public List<Flaw> flaws() {
            return needed
                            && resource.isExternal()
                            && !resource.draft.isAbsent()
                            && resource.ownNamespace() == null
                            && resource.kind().scope() == Kind.Scope.NAMESPACED
                    ? List.of(new Flaw(
                            ValueRule.NAME,
                            "Nobody says in which namespace " + resource + " is.",
                            "Say it with existing(name).in(namespace)."))
                    : List.of();
        }
    }
}
