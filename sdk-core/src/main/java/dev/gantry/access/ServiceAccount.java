package dev.gantry.access;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.config.Secret;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who a pod is when it speaks to others.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/service-account-v1/">
 *     ServiceAccount</a>
 */
public final class ServiceAccount extends Resource {

    private static final Kind KIND = Kind.namespaced("v1", "ServiceAccount");

    private ServiceAccount(Builder builder) {
        super(builder);
    }

    /**
     * Makes a ServiceAccount.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static ServiceAccount of(String name, Consumer<Builder> options) {
        return new ServiceAccount(configured(new Builder(name), options));
    }

    /** Names a ServiceAccount that exists outside the program, in the namespace of whoever names it. */
    @CheckReturnValue
    public static ServiceAccount existing(String name) {
        return new ServiceAccount(external(new Builder(name)));
    }

    /**
     * Names the ServiceAccount of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static ServiceAccount from(RawObjects objects, String name) {
        return new ServiceAccount(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Names the ServiceAccount of this name that exists outside the program, in that namespace. */
    @CheckReturnValue
    public ServiceAccount in(String namespace) {
        return new ServiceAccount(external(new Builder(name()), namespace));
    }

    /** Builds a {@link ServiceAccount}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /** Adds to {@code imagePullSecrets}: how the pods of this account log in to image registries. */
        public Builder imagePullSecrets(Secret... secrets) {
            return names("imagePullSecrets", secrets);
        }

        /**
         * Adds to {@code secrets}: which Secrets the pods of this account may mount, on clusters that enforce it, and which
         * hold tokens of the account.
         */
        public Builder secrets(Secret... secrets) {
            return names("secrets", secrets);
        }

        /**
         * Sets {@code automountServiceAccountToken}: whether pods get a token for the API server; {@code true} by default.
         * A pod can decide otherwise.
         */
        public Builder automountServiceAccountToken(boolean automount) {
            root().set("automountServiceAccountToken", automount);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ServiceAccountBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.kubernetes.api.model.ServiceAccount.class, ServiceAccountBuilder::new, edit));
        }

        private Builder names(String list, Secret... secrets) {
            if (root().given(list, secrets)) {
                for (Secret secret : secrets) {
                    if (root().given(list, secret)) {
                        References.name(root().append(list), "name", secret);
                    }
                }
            }
            return this;
        }
    }
}
