package dev.gantry.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.raw.ModelEdit;
import dev.gantry.storage.StorageClass;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How much all that is in a namespace may have together.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/resource-quota-v1/">
 *     ResourceQuota</a>
 */
public final class ResourceQuota extends Resource {

    private static final Kind KIND = Kind.namespaced("v1", "ResourceQuota");

    private ResourceQuota(Builder builder) {
        super(builder);
    }

    /**
     * Makes a quota.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static ResourceQuota of(String name, Consumer<Builder> options) {
        return new ResourceQuota(configured(new Builder(name), options));
    }

    /** Builds a {@link ResourceQuota}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Sets {@code requests.cpu} and {@code requests.memory}: what all pods may request together. Each container must
         * request both then, or get it from a {@link LimitRange}.
         *
         * @param cpu such as {@code 20}
         * @param memory such as {@code 64Gi}
         */
        public Builder requests(String cpu, String memory) {
            return hard("requests.cpu", Quantity.of(cpu)).hard("requests.memory", Quantity.of(memory));
        }

        /**
         * Sets {@code limits.cpu} and {@code limits.memory}: what the limits of all pods may be together. Each container
         * must have both then, or get them from a {@link LimitRange}.
         *
         * @param cpu such as {@code 40}
         * @param memory such as {@code 128Gi}
         */
        public Builder limits(String cpu, String memory) {
            return hard("limits.cpu", Quantity.of(cpu)).hard("limits.memory", Quantity.of(memory));
        }

        /** Sets {@code requests.storage}: what all claims may request together. */
        public Builder storage(String size) {
            return storage(Quantity.of(size));
        }

        /** Sets {@code requests.storage}: what all claims may request together. */
        public Builder storage(Quantity size) {
            return hard("requests.storage", size);
        }

        /**
         * Sets {@code <class>.storageclass.storage.k8s.io/requests.storage}: what all claims of a class may request
         * together.
         */
        public Builder storage(StorageClass storageClass, String size) {
            return storage(storageClass, Quantity.of(size));
        }

        /**
         * Sets {@code <class>.storageclass.storage.k8s.io/requests.storage}: what all claims of a class may request
         * together.
         */
        public Builder storage(StorageClass storageClass, Quantity size) {
            return ofClass(storageClass, "requests.storage", size);
        }

        /** Sets {@code persistentvolumeclaims}: how many claims there may be. */
        public Builder persistentVolumeClaims(long number) {
            return hard("persistentvolumeclaims", Quantity.of(number));
        }

        /**
         * Sets {@code <class>.storageclass.storage.k8s.io/persistentvolumeclaims}: how many claims of a class there may
         * be.
         */
        public Builder persistentVolumeClaims(StorageClass storageClass, long number) {
            return ofClass(storageClass, "persistentvolumeclaims", Quantity.of(number));
        }

        /** Sets {@code pods}: how many pods there may be that have not come to their end. */
        public Builder pods(long number) {
            return hard("pods", Quantity.of(number));
        }

        /** Sets {@code services.loadbalancers}: how many Services of the type {@code LoadBalancer} there may be. */
        public Builder loadBalancers(long number) {
            return hard("services.loadbalancers", Quantity.of(number));
        }

        /** Sets {@code services.nodeports}: how many ports of the nodes Services may take. */
        public Builder nodePorts(long number) {
            return hard("services.nodeports", Quantity.of(number));
        }

        /**
         * Sets {@code count/<resource>}: how many objects of a kind there may be.
         *
         * @param resource in the plural with its API group, such as {@code deployments.apps}; {@code secrets} for one of
         *     the core group
         */
        public Builder count(String resource, long number) {
            return hard("count/" + resource, Quantity.of(number));
        }

        /**
         * Sets one entry of {@code spec.hard}.
         *
         * @param resource such as {@code requests.nvidia.com/gpu}
         * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#types-of-resource-quota">Types of
         *     resource quota</a>
         */
        public Builder hard(String resource, Quantity amount) {
            Fields hard = spec().object("hard");
            hard.set(resource, amount);
            String problem = resource == null ? null : Syntax.LABEL_KEY.problem(resource);
            if (problem != null) {
                hard.flaw(
                        resource,
                        ValueRule.TEXT,
                        "\"" + resource + "\" " + problem + ".",
                        Syntax.LABEL_KEY.description());
            }
            return this;
        }

        /** Adds to {@code spec.scopes}: only pods of which all these are true count; all pods where there is none. */
        public Builder scopes(QuotaScope... scopes) {
            spec().addAll("scopes", scopes);
            return this;
        }

        /** Adds to {@code spec.scopeSelector}: only pods of these priority classes count. */
        public Builder priorityClasses(PriorityClass... classes) {
            return priorityClasses("In", classes);
        }

        /** Adds to {@code spec.scopeSelector}: pods of these priority classes do not count. */
        public Builder notPriorityClasses(PriorityClass... classes) {
            return priorityClasses("NotIn", classes);
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<ResourceQuotaBuilder> edit) {
            return edit(
                    ModelEdit.of(io.fabric8.kubernetes.api.model.ResourceQuota.class, ResourceQuotaBuilder::new, edit));
        }

        private Builder ofClass(StorageClass storageClass, String resource, Quantity amount) {
            Fields hard = spec().object("hard");
            if (hard.given("", storageClass)) {
                String entry = storageClass.name() + ".storageclass.storage.k8s.io/" + resource;
                hard(entry, amount);
                hard.mention(entry, storageClass);
            }
            return this;
        }

        private Builder priorityClasses(String operator, PriorityClass... classes) {
            Fields expression = spec().object("scopeSelector").append("matchExpressions");
            expression.set("scopeName", QuotaScope.PRIORITY_CLASS);
            expression.set("operator", operator);
            if (expression.given("values", classes)) {
                for (PriorityClass each : classes) {
                    References.addName(expression, "values", each);
                }
                if (classes.length == 0) {
                    expression.flaw(
                            "values", ValueRule.CONFLICT, operator + " needs at least one value.", "Name the classes.");
                }
            }
            return this;
        }
    }
}
