package dev.gantry.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.extension.ResourceBuilder;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.raw.RawObjects;
import dev.gantry.security.PodSecurityStandard;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of the cluster with names of its own.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/">Namespace</a>
 */
public final class Namespace extends Resource {

    private static final String PREFIX = "pod-security.kubernetes.io/";
    private static final Pattern VERSION = Pattern.compile("latest|v1\\.(0|[1-9][0-9]*)");
    private static final Kind KIND = Kind.cluster("v1", "Namespace").named(Syntax.DNS_LABEL);

    private Namespace(Builder builder) {
        super(builder);
    }

    /**
     * Makes a namespace.
     *
     * @param name at most 63 characters of {@code a-z}, {@code 0-9} and {@code -}
     */
    @CheckReturnValue
    public static Namespace of(String name, Consumer<Builder> options) {
        return new Namespace(configured(new Builder(name), options));
    }

    /** Names a namespace that exists outside the program. */
    @CheckReturnValue
    public static Namespace existing(String name) {
        return new Namespace(external(new Builder(name)));
    }

    /**
     * Names the Namespace of this name among objects of files, so that it can be referred to as if the program had made it. One that
     * is not there is a finding.
     *
     * @param objects such as {@code Raw.directory("manifests")}; they are added to a stack
     * @param name its name, or {@code namespace/name} with the namespace that its manifest states
     */
    @CheckReturnValue
    public static Namespace from(RawObjects objects, String name) {
        return new Namespace(view(new Builder(name), RawObjects.named(objects, KIND, name)));
    }

    /** Builds a {@link Namespace}. */
    public static final class Builder extends ResourceBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Sets the label {@code pod-security.kubernetes.io/enforce}: pods that fall short of this standard are rejected.
         * Without it, all are admitted that the cluster admits.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security Admission</a>
         */
        public Builder podSecurity(PodSecurityStandard standard) {
            return podSecurity("enforce", standard);
        }

        /**
         * Sets the labels {@code pod-security.kubernetes.io/enforce} and {@code enforce-version}: pods are rejected that fall
         * short of this standard as it was in a version of Kubernetes.
         *
         * @param version such as {@code v1.31}, or {@code latest}, which is the default
         * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security Admission</a>
         */
        public Builder podSecurity(PodSecurityStandard standard, String version) {
            return podSecurity("enforce", standard).version("enforce", version);
        }

        /**
         * Sets the label {@code pod-security.kubernetes.io/warn}: whoever applies pods that fall short of this standard is
         * warned. Without it, nobody is.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security Admission</a>
         */
        public Builder podSecurityWarn(PodSecurityStandard standard) {
            return podSecurity("warn", standard);
        }

        /**
         * Sets the label {@code pod-security.kubernetes.io/audit}: pods that fall short of this standard are noted in the
         * audit log. Without it, none are.
         *
         * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Pod Security Admission</a>
         */
        public Builder podSecurityAudit(PodSecurityStandard standard) {
            return podSecurity("audit", standard);
        }

        private Builder podSecurity(String mode, @Nullable PodSecurityStandard standard) {
            metadata().object("labels").set(PREFIX + mode, standard);
            return this;
        }

        private Builder version(String mode, @Nullable String version) {
            String label = PREFIX + mode + "-version";
            Fields labels = metadata().object("labels");
            labels.set(label, version);
            if (version != null && !VERSION.matcher(version).matches()) {
                labels.flaw(
                        label,
                        ValueRule.LABEL,
                        "\"" + version + "\" is not a version of a Pod Security Standard.",
                        "Give latest, or a version of Kubernetes such as v1.31.");
            }
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<NamespaceBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.kubernetes.api.model.Namespace.class, NamespaceBuilder::new, edit));
        }
    }
}
