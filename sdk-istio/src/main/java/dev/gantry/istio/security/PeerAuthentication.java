package dev.gantry.istio.security;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.istio.PolicyBuilder;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.security.v1.PeerAuthenticationBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether workloads take connections with mutual TLS only. A policy for a workload wins over that of its namespace, and that
 * over the mesh's.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/security/peer_authentication/">PeerAuthentication</a>
 */
public final class PeerAuthentication extends Resource {

    private static final Kind KIND = Kind.namespaced(SecurityPolicyBuilder.GROUP + "/v1", "PeerAuthentication");

    private PeerAuthentication(Builder builder) {
        super(builder);
    }

    /**
     * Makes a policy.
     *
     * @param name a DNS subdomain; the one for a namespace or the mesh is called {@code default} in most cases
     */
    @CheckReturnValue
    public static PeerAuthentication of(String name, Consumer<Builder> options) {
        return new PeerAuthentication(configured(new Builder(name), options));
    }

    /** Builds a {@link PeerAuthentication}. */
    public static final class Builder extends PolicyBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Writes the object as {@code security.istio.io/v1beta1}, for versions of Istio before 1.22; {@code v1} where it is not
         * called. The fields are the same.
         */
        public Builder v1beta1() {
            return inVersion("v1beta1");
        }

        /** Sets {@code spec.mtls.mode}; {@link MutualTlsMode#UNSET} where it is not set. */
        public Builder mtls(MutualTlsMode mode) {
            spec().replace("mtls").set("mode", mode);
            return this;
        }

        /**
         * Adds to {@code spec.portLevelMtls}: what holds for one port instead. Only for a policy that selects a workload.
         *
         * @param port what the container listens on, which need not be the number that clients of a Service connect to
         */
        public Builder portLevelMtls(Port port, MutualTlsMode mode) {
            if (spec().given("portLevelMtls", port)) {
                Fields ports = spec().object("portLevelMtls");
                String number = Integer.toString(port.number());
                ports.replace(number).set("mode", mode);
                ports.flaws(number, port.flaws());
            }
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PeerAuthenticationBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.security.v1.PeerAuthentication.class, PeerAuthenticationBuilder::new, edit));
        }
    }
}
