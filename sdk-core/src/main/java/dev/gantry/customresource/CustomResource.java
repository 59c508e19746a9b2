package dev.gantry.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Scalable;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.ValueRule;
import dev.gantry.schema.JavaValue;
import dev.gantry.schema.OfClass;
import dev.gantry.schema.ResourceClass;
import dev.gantry.schema.SchemaRule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource of a kind that a Java class defines; see {@link CustomResourceDefinition}. It is compared with the definition
 * that the program has of its kind, or else with the class.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/">Custom resources</a>
 */
public final class CustomResource extends Resource implements OfClass, Scalable {

    private final Class<?> type;

    private CustomResource(Builder builder) {
        super(builder);
        this.type = builder.type.type();
    }

    /**
     * Makes a resource.
     *
     * @param name a DNS subdomain
     * @param type the class of the kind
     * @param spec an object of the class that the kind has for its {@code spec}. Its properties are written in their order, without
     *     those that are {@code null}; it may hold values such as {@link dev.gantry.Quantity} and {@link dev.gantry.Image}.
     *     {@code null} for a kind that has no {@code spec}
     */
    @CheckReturnValue
    public static CustomResource of(String name, Class<?> type, @Nullable Object spec, Consumer<Builder> options) {
        return new CustomResource(configured(new Builder(name, type).write(spec), options));
    }

    /**
     * Names a resource that exists outside the program.
     *
     * @param type the class of the kind
     */
    @CheckReturnValue
    public static CustomResource existing(String name, Class<?> type) {
        return new CustomResource(external(new Builder(name, type)));
    }

    /** The same, in that namespace; for one that exists outside the program. */
    @CheckReturnValue
    public CustomResource in(String namespace) {
        return new CustomResource(external(new Builder(name(), type), namespace));
    }

    @Override
    public Class<?> type() {
        return type;
    }

    /** Builds a {@link CustomResource}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private final ResourceClass type;

        @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
        private Builder(@Nullable String name, Class<?> type) {
            this(name, ResourceClass.of(type == null ? Void.class : type), type != null);
        }

        private Builder(@Nullable String name, ResourceClass type, boolean given) {
            super(type.kind(), name);
            this.type = type;
            root().given("", given ? type : null);
            if (given) {
                root().flaws("", type.flaws());
            }
        }

        private Builder write(@Nullable Object spec) {
            Class<?> wanted = type.propertyType("spec");
            if (spec == null && wanted == null) {
                return this;
            }
            if (wanted == null || !wanted.isInstance(spec)) {
                if (root().given("spec", spec) && type.flaws().isEmpty()) {
                    String given = spec == null ? "null" : spec.getClass().getSimpleName();
                    root().flaw(
                                    "spec",
                                    SchemaRule.SPEC,
                                    "The spec is a " + given + ", but "
                                            + (wanted == null
                                                    ? type + " has none."
                                                    : "that of " + type + " is a " + wanted.getSimpleName() + "."),
                                    wanted == null
                                            ? "Pass null."
                                            : "Pass an object of the class " + wanted.getName() + ".");
                }
                return this;
            }
            JavaValue values = new JavaValue();
            JsonNode tree = values.write(spec, "spec");
            if (tree != null) {
                root().tree("spec", tree);
            }
            root().problems(values.problems());
            return this;
        }

        /**
         * Sets {@code metadata.namespace}, where it is not the stack's. For kinds that are namespaced.
         *
         * @param namespace at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}
         */
        public Builder namespace(String namespace) {
            if (type.kind().scope() == Kind.Scope.CLUSTER) {
                metadata()
                        .flaw(
                                "namespace",
                                ValueRule.NOT_ALLOWED,
                                type + " belongs to the cluster as a whole, so its resources have no namespace.",
                                "Leave namespace(...) out, or let the class implement Namespaced.");
                return this;
            }
            return inNamespace(namespace);
        }

        /**
         * Sets a field of the spec to the name of another resource of the same namespace, and refers to it: that the program has it is
         * checked.
         *
         * @param field the names that lead to it, such as {@code database.secretName}
         */
        public Builder reference(String field, Resource target) {
            if (!root().given("spec", field) || !root().given("spec", target)) {
                return this;
            }
            Fields at = spec();
            String[] names = field.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                at = at.object(names[i]);
            }
            String last = names[names.length - 1];
            at.set(last, target.name());
            at.refer(last, target);
            if (field.contains("[") || (field + ".").contains("..") || field.startsWith(".")) {
                at.flaw(
                        last,
                        ValueRule.TEXT,
                        "\"" + field + "\" does not lead to a field.",
                        "Give the names of fields with dots between them, such as database.secretName.");
            }
            return this;
        }
    }
}
