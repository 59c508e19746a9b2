package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.networking.v1alpha3.EnvoyFilterBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A change of what Istio tells the proxies, in Envoy's own terms: the last resort, which an upgrade of Istio may break. Its
 * content is written with {@link Builder#raw}.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/">EnvoyFilter</a>
 */
public final class EnvoyFilter extends Resource {

    private static final Kind KIND = Kind.namespaced(TrafficBuilder.GROUP + "/v1alpha3", "EnvoyFilter");

    private EnvoyFilter(Builder builder) {
        super(builder);
    }

    /**
     * Makes an EnvoyFilter.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static EnvoyFilter of(String name, Consumer<Builder> options) {
        return new EnvoyFilter(configured(new Builder(name), options));
    }

    /** Builds an {@link EnvoyFilter}. */
    public static final class Builder extends NamespacedBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<EnvoyFilterBuilder> edit) {
            return edit(ModelEdit.of(
                    io.fabric8.istio.api.networking.v1alpha3.EnvoyFilter.class, EnvoyFilterBuilder::new, edit));
        }
    }
}
