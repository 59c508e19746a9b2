package dev.gantry.network;

import com.fasterxml.jackson.databind.node.TextNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Late;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClassBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which controller makes the Ingresses that name it work, and how.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-class-v1/">
 *     IngressClass</a>
 */
public final class IngressClass extends Resource {

    private static final Kind KIND = Kind.cluster("networking.k8s.io/v1", "IngressClass");

    private IngressClass(Builder builder) {
        super(builder);
    }

    /**
     * Makes an IngressClass.
     *
     * @param name a DNS subdomain
     * @param controller what the controller calls itself, such as {@code k8s.io/ingress-nginx}: a DNS name, {@code /} and
     *     a path, at most 250 characters; it cannot be changed later
     */
    @CheckReturnValue
    public static IngressClass of(String name, String controller, Consumer<Builder> options) {
        return new IngressClass(configured(new Builder(name, controller), options));
    }

    /** Names an IngressClass that exists outside the program. */
    @CheckReturnValue
    public static IngressClass existing(String name) {
        return new IngressClass(external(new Builder(name)));
    }

    /**
     * Names the IngressClass of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static IngressClass from(RawObjects objects, String name) {
        return new IngressClass(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Builds an {@link IngressClass}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        private Builder(@Nullable String name, @Nullable String controller) {
            super(KIND, name);
            spec().set("controller", controller, Syntax.DOMAIN_PATH);
        }

        /**
         * Marks the class as the one of Ingresses that name none: sets the annotation
         * {@code ingressclass.kubernetes.io/is-default-class}.
         *
         * @see <a
         *     href="https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class">Default
         *     IngressClass</a>
         */
        public Builder defaultClass() {
            return annotation("ingressclass.kubernetes.io/is-default-class", "true");
        }

        /**
         * Sets {@code spec.parameters} to a resource of the program: more options, in a form that the controller knows.
         *
         * @see <a
         *     href="https://kubernetes.io/docs/concepts/services-networking/ingress/#ingressclass-scope">IngressClass
         *     scope</a>
         */
        public Builder parameters(Resource options) {
            if (spec().given("parameters", options)) {
                Fields parameters = spec().replace("parameters");
                References.ofGroup(parameters, options);
                parameters.set("scope", (Late) context -> TextNode.valueOf(scope(options, context)));
                References.statedNamespace(parameters, options);
                spec().mention("parameters", options);
            }
            return this;
        }

        /**
         * Sets {@code spec.parameters} to an object that belongs to the cluster as a whole and exists outside the program.
         *
         * @param apiGroup such as {@code k8s.example.com}
         * @param kind such as {@code ClusterIngressParameters}
         * @param name the object's name
         */
        public Builder parameters(String apiGroup, String kind, String name) {
            reference(apiGroup, kind, name).set("scope", "Cluster");
            return this;
        }

        /**
         * Sets {@code spec.parameters} to an object that lives in a namespace and exists outside the program.
         *
         * @param apiGroup such as {@code k8s.example.com}
         * @param kind such as {@code IngressParameters}
         * @param name the object's name
         * @param namespace the namespace that it lives in
         */
        public Builder parameters(String apiGroup, String kind, String name, String namespace) {
            Fields parameters = reference(apiGroup, kind, name);
            parameters.set("scope", "Namespace");
            parameters.set("namespace", namespace, Syntax.DNS_LABEL, ValueRule.NAME);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<IngressClassBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.networking.v1.IngressClass.class, IngressClassBuilder::new, edit));
        }

        private static String scope(Resource options, Context context) {
            boolean known = options.kind().scope() != Kind.Scope.UNKNOWN;
            boolean namespaced =
                    known ? options.kind().scope() == Kind.Scope.NAMESPACED : context.namespace(options) != null;
            return namespaced ? "Namespace" : "Cluster";
        }

        private Fields reference(String apiGroup, String kind, String name) {
            Fields parameters = spec().replace("parameters");
            parameters.set("apiGroup", apiGroup, Syntax.DNS_SUBDOMAIN);
            parameters.set("kind", kind, Syntax.NOT_EMPTY);
            parameters.set("name", name, Syntax.NOT_EMPTY);
            return parameters;
        }
    }
}
