package dev.gantry.monitoring;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;
import dev.gantry.raw.ModelEdit;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRuleBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Alerts, and series that are computed from others.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule">
 *     PrometheusRule</a>
 */
public final class PrometheusRule extends Resource {

    private static final Kind KIND = Kind.namespaced("monitoring.coreos.com/v1", "PrometheusRule");

    private PrometheusRule(Builder builder) {
        super(builder);
    }

    /**
     * Makes a PrometheusRule.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static PrometheusRule of(String name, Consumer<Builder> options) {
        return new PrometheusRule(configured(new Builder(name), options));
    }

    /** Builds a {@link PrometheusRule}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Adds to {@code spec.groups}: rules that are evaluated one after the other, at the same interval.
         *
         * @param name unique in this resource
         */
        public Builder group(String name, Consumer<RuleGroup> rules) {
            Fields group = spec().append("groups");
            group.set("name", name, Syntax.NOT_EMPTY);
            group.block(RuleGroup::new, rules);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<PrometheusRuleBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule.class,
                    PrometheusRuleBuilder::new,
                    edit));
        }
    }
}
