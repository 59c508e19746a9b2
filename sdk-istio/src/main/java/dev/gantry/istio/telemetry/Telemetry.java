package dev.gantry.istio.telemetry;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Resource;
import dev.gantry.istio.TargetedPolicyBuilder;
import dev.gantry.raw.ModelEdit;
import io.fabric8.istio.api.telemetry.v1.TelemetryBuilder;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the proxies of the mesh tell of the traffic: traces, metrics and access logs. One for a workload wins over that of its
 * namespace, and that over the mesh's.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/telemetry/">Telemetry</a>
 */
public final class Telemetry extends Resource {

    private static final Kind KIND = Kind.namespaced("telemetry.istio.io/v1", "Telemetry");

    private Telemetry(Builder builder) {
        super(builder);
    }

    /**
     * Makes a Telemetry.
     *
     * @param name a DNS subdomain
     */
    @CheckReturnValue
    public static Telemetry of(String name, Consumer<Builder> options) {
        return new Telemetry(configured(new Builder(name), options));
    }

    /** Builds a {@link Telemetry}. */
    public static final class Builder extends TargetedPolicyBuilder<Builder> {

        private Builder(@Nullable String name) {
            super(KIND, name);
        }

        /**
         * Writes the object as {@code telemetry.istio.io/v1alpha1}, for versions of Istio before 1.22; {@code v1} where it is not
         * called. The fields are the same.
         */
        public Builder v1alpha1() {
            return inVersion("v1alpha1");
        }

        /** Adds to {@code spec.tracing}: which requests are traced, and where the traces go. */
        public Builder tracing(Consumer<Tracing> options) {
            spec().append("tracing").block(Tracing::new, options);
            return this;
        }

        /** Adds to {@code spec.metrics}: which metrics the proxies have. */
        public Builder metrics(Consumer<TelemetryMetrics> options) {
            spec().append("metrics").block(TelemetryMetrics::new, options);
            return this;
        }

        /** Adds to {@code spec.accessLogging}: which requests are logged, and where the logs go. */
        public Builder accessLogging(Consumer<AccessLogging> options) {
            spec().append("accessLogging").block(AccessLogging::new, options);
            return this;
        }

        /**
         * Edits the object with fabric8's builder: the last word, after every default.
         *
         * @see ModelEdit
         */
        public Builder raw(UnaryOperator<TelemetryBuilder> edit) {
            return edit(ModelEdit.of(io.fabric8.istio.api.telemetry.v1.Telemetry.class, TelemetryBuilder::new, edit));
        }
    }
}
