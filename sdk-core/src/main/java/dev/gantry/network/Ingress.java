package dev.gantry.network;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.config.Secret;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Leads HTTP requests from outside the cluster to Services, by host and path.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/">Ingress</a>
 */
public final class Ingress extends Resource {

    private static final Kind KIND = Kind.namespaced("networking.k8s.io/v1", "Ingress");

    private Ingress(Builder builder) {
        super(builder);
    }

    /**
     * Makes an Ingress. It needs a host or a default backend.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Ingress of(String name, Consumer<Builder> options) {
        return new Ingress(configured(new Builder(name), options));
    }

    /** Builds an {@link Ingress}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Sets {@code spec.ingressClassName}: which controller makes it work; the cluster's default class where it is not
         * set, and none if there is no such class.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class">Ingress class</a>
         */
        public Builder ingressClass(IngressClass ingressClass) {
            References.name(spec(), "ingressClassName", ingressClass);
            return this;
        }

        /**
         * Adds to {@code spec.rules}: where the requests for a host go. A host without paths leads to the default backend.
         *
         * @param host a DNS name such as {@code shop.example.com}, or with {@code *} for its first label
         * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules">Ingress rules</a>
         */
        public Builder host(String host, Consumer<IngressRule> paths) {
            Fields rule = spec().append("rules");
            rule.set("host", host, Syntax.HOST);
            rule.block(IngressRule::new, paths);
            return this;
        }

        /** Adds to {@code spec.rules} one without {@code host}: where the requests go whose host no other rule has. */
        public Builder anyHost(Consumer<IngressRule> paths) {
            spec().append("rules").block(IngressRule::new, paths);
            return this;
        }

        /**
         * Sets {@code spec.defaultBackend}: where the requests go that no rule matches.
         *
         * @param service a Service of the same namespace
         * @param port what a container behind the Service listens on
         */
        public Builder defaultBackend(Service service, Port port) {
            return defaultBackend(IngressBackend.service(service, port));
        }

        /** Sets {@code spec.defaultBackend}: where the requests go that no rule matches. */
        public Builder defaultBackend(IngressBackend backend) {
            spec().set("defaultBackend", backend);
            return this;
        }

        /**
         * Adds to {@code spec.tls}: the certificate for these hosts, on port 443.
         *
         * @param secret a Secret of the same namespace with the keys {@code tls.crt} and {@code tls.key}
         * @param hosts the names in the certificate, as in the rules
         * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/#tls">TLS</a>
         */
        public Builder tls(Secret secret, String... hosts) {
            Fields entry = spec().append("tls");
            entry.addAll("hosts", Syntax.HOST, hosts);
            References.name(entry, "secretName", secret);
            return this;
        }

        /**
         * Adds to {@code spec.tls}: these hosts on port 443, with the certificate that the controller has for them, such as its
         * default one.
         *
         * @param hosts the names in the certificate, as in the rules
         */
        public Builder tls(String... hosts) {
            spec().append("tls").addAll("hosts", Syntax.HOST, hosts);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<IngressBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.networking.v1.Ingress.class, IngressBuilder::new, edit));
        }
    }
}
