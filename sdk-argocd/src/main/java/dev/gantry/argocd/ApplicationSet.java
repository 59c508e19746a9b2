package dev.gantry.argocd;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Stack;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes Applications from one template, one for each set of parameters that its generators yield. Texts of the template
 * hold parameters in braces: with {@link Builder#goTemplate} as <code>{{ .name }}</code>, otherwise as
 * <code>{{name}}</code>.
 *
 * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/">ApplicationSet</a>
 */
public final class ApplicationSet extends Resource implements StackDeployment {

    private static final Kind KIND = Kind.namespaced("argoproj.io/v1alpha1", "ApplicationSet");

    private final @Nullable Stack stack;

    private ApplicationSet(Builder builder) {
        super(builder);
        this.stack = builder.stack();
    }

    /**
     * Makes an ApplicationSet, whose Applications belong to the project {@code default} unless the block says otherwise. It
     * needs a generator, and for its Applications a source and a destination.
     *
     * @param name a DNS subdomain
     * @param application the name of each Application, with a parameter in it that tells them apart, such as
     *     <code>shop-{{ .name }}</code>
     */
    @CheckReturnValue
    public static ApplicationSet of(String name, String application, Consumer<Builder> options) {
        return new ApplicationSet(
                configured(new Builder(name, application), options).complete());
    }

    @Override
    public Optional<Stack> stack() {
        return Optional.ofNullable(stack);
    }

    /** Builds an {@link ApplicationSet}. What it shares with the builder of an Application is that of its template. */
    public static final class Builder extends ApplicationBuilder<Builder> {

        private Builder(@Nullable String name, @Nullable String application) {
            super(KIND, name);
            name(templateMetadata(), "name", application, Syntax.DNS_SUBDOMAIN);
            applicationSpec().set("project", "default");
        }

        @Override
        Fields application() {
            return spec().object("template");
        }

        @Override
        boolean isTemplate() {
            return true;
        }

        /**
         * Sets {@code spec.goTemplate} and {@code spec.goTemplateOptions}: texts are Go templates, in which a parameter that is
         * missing is an error.
         *
         * @see <a href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/">Go template</a>
         */
        public Builder goTemplate() {
            return goTemplate("missingkey=error");
        }

        /**
         * Sets {@code spec.goTemplate} and {@code spec.goTemplateOptions}: texts are Go templates.
         *
         * @param options of Go's {@code text/template}; none, and a parameter that is missing is written as
         *     {@code <no value>}
         */
        public Builder goTemplate(String... options) {
            spec().set("goTemplate", true);
            spec().addAll("goTemplateOptions", Syntax.NOT_EMPTY, options);
            return this;
        }

        /** Adds to {@code spec.generators}: what yields parameters. */
        public Builder generator(Generator generator) {
            spec().add("generators", generator);
            return this;
        }

        /**
         * Sets {@code spec.project} of the Applications to a text with parameters. Whoever can write what the generator reads
         * chooses the project then.
         *
         * @see <a
         *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Security/#templated-project-field">
         *     Templated project field</a>
         */
        public Builder project(String template) {
            name(applicationSpec(), "project", template, Syntax.DNS_SUBDOMAIN);
            return this;
        }

        /** Adds a label to the Applications: {@code metadata.labels} of their template. */
        public Builder applicationLabel(String key, String value) {
            Templates.label(templateMetadata().object("labels"), key, value);
            return this;
        }

        /** Adds an annotation to the Applications: {@code metadata.annotations} of their template. */
        public Builder applicationAnnotation(String key, String value) {
            Entries.annotation(templateMetadata().object("annotations"), key, value);
            return this;
        }

        /**
         * Sets {@code metadata.namespace} of the template, where Applications may live outside of Argo CD's namespace; that of
         * the ApplicationSet by default.
         */
        public Builder applicationNamespace(String namespace) {
            name(templateMetadata(), "namespace", namespace, Syntax.DNS_LABEL);
            return this;
        }

        /**
         * Sets {@code spec.templatePatch}: a Go template of YAML that is merged into each Application, for what a template
         * cannot say, such as truth values. It needs {@link #goTemplate}.
         *
         * @see <a
         *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Template/#template-patch">Template
         *     patch</a>
         */
        public Builder templatePatch(String yaml) {
            spec().set("templatePatch", yaml, Syntax.NOT_EMPTY);
            return this;
        }

        /**
         * Sets {@code spec.strategy} to {@code RollingSync}: changes go to one group of Applications after another. They are
         * not synced automatically then.
         *
         * @see <a
         *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Progressive-Syncs/">Progressive
         *     syncs</a>
         */
        public Builder rollingSync(Consumer<RollingSync> steps) {
            Fields strategy = spec().object("strategy");
            strategy.set("type", "RollingSync");
            strategy.object("rollingSync").block(RollingSync::new, steps);
            return this;
        }

        /** Sets {@code spec.strategy.deletionOrder}: in which order Applications are deleted. */
        public Builder deletionOrder(DeletionOrder order) {
            spec().object("strategy").set("deletionOrder", order);
            return this;
        }

        /**
         * Sets {@code spec.syncPolicy.applicationsSync}: what the set may do with its Applications;
         * {@link ApplicationsSync#SYNC} by default.
         */
        public Builder applicationsSync(ApplicationsSync policy) {
            spec().object("syncPolicy").set("applicationsSync", policy);
            return this;
        }

        /**
         * Sets {@code spec.syncPolicy.preserveResourcesOnDeletion}: whether the resources of the Applications stay when the set
         * is deleted; {@code false} by default.
         */
        public Builder preserveResourcesOnDeletion(boolean preserve) {
            spec().object("syncPolicy").set("preserveResourcesOnDeletion", preserve);
            return this;
        }

        /** Adds to {@code spec.preservedFields.annotations}: what others write to the Applications, and the set leaves alone. */
        public Builder preservedAnnotations(String... keys) {
            spec().object("preservedFields").addAll("annotations", Syntax.NOT_EMPTY, keys);
            return this;
        }

        /** Adds to {@code spec.preservedFields.labels}: what others write to the Applications, and the set leaves alone. */
        public Builder preservedLabels(String... keys) {
            spec().object("preservedFields").addAll("labels", Syntax.NOT_EMPTY, keys);
            return this;
        }

        /**
         * Adds to {@code spec.ignoreApplicationDifferences}: fields of the Applications that the set leaves as they are.
         *
         * @see <a
         *     href="https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/#ignore-certain-changes-to-applications">
         *     Ignore certain changes</a>
         */
        public Builder ignoreApplicationDifferences(Consumer<ApplicationDifferences> fields) {
            spec().append("ignoreApplicationDifferences").block(ApplicationDifferences::new, fields);
            return this;
        }

        private Fields templateMetadata() {
            return application().object("metadata");
        }
    }
}
