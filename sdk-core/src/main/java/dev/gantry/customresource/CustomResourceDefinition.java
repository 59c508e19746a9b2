package dev.gantry.customresource;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.raw.ModelEdit;
import dev.gantry.schema.DefinitionClasses;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The definition of a kind, made of a Java class.
 *
 * <p>The class is a record or a class with {@code @Group} and {@code @Version}, whose properties {@code spec} and
 * {@code status} are those of the kind, or one that extends fabric8's {@code CustomResource<Spec, Status>}. All that the
 * definition says, it says with fabric8's annotations: {@code @Kind}, {@code @Plural}, {@code @Singular},
 * {@code @ShortNames} and {@code @Categories} name the kind, which belongs to the cluster as a whole unless the class
 * implements {@code Namespaced}; {@code @Required}, {@code @Min}, {@code @Max}, {@code @Size}, {@code @Pattern},
 * {@code @Default}, {@code @Nullable} and {@code @ValidationRule} say what values are allowed; {@code @PrinterColumn} and
 * {@code @SpecReplicas} what a server shows and scales.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/">Custom
 *     resource definitions</a>
 */
public final class CustomResourceDefinition extends Resource {

    private CustomResourceDefinition(Builder builder) {
        super(builder);
    }

    /**
     * Makes the definition of a kind. It has the name that Kubernetes asks for: the plural of the kind, and its group.
     *
     * @param type the class of the kind
     */
    @CheckReturnValue
    public static CustomResourceDefinition of(Class<?> type, Consumer<Builder> options) {
        Builder builder = configured(new Builder(DefinitionClasses.of(type)), options);
        builder.write();
        return new CustomResourceDefinition(builder);
    }

    /** Builds a {@link CustomResourceDefinition}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private final DefinitionClasses classes;

        private Builder(DefinitionClasses classes) {
            super(DefinitionClasses.KIND, classes.name());
            this.classes = classes;
        }

        /**
         * Adds a version of the kind. One version of all has to be the one that is stored: {@code @Version(storage = false)}
         * on the others.
         *
         * @param type a class of the same group and kind, with another {@code @Version}
         * @see <a
         *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/">
         *     Versions</a>
         */
        public Builder version(Class<?> type) {
            if (root().given("", type)) {
                classes.add(type);
            }
            return this;
        }

        /**
         * Says whether the status of every version that has one is a subresource; {@code true} by default. Without it, whoever may
         * write a resource may write its status, and what controllers write there counts as a change of the resource.
         *
         * @see <a
         *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#status-subresource">
         *     Status subresource</a>
         */
        public Builder statusSubresource(boolean enabled) {
            classes.statusSubresource(enabled);
            return this;
        }

        /**
         * Takes the Javadoc of the classes for the descriptions of fields, where {@code @JsonPropertyDescription} says nothing: that of a
         * component ({@code @param}), a field or a getter. It is read from the source files of the module, which become inputs of the
         * program; of a class whose file is not among them there is a finding.
         */
        public Builder descriptionsFromJavadoc() {
            classes.describe();
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<CustomResourceDefinitionBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition.class,
                    CustomResourceDefinitionBuilder::new,
                    edit));
        }

        private void write() {
            classes.writeTo(this, root());
        }
    }
}
