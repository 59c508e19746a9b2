package dev.gantry.istio.traffic;

import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all kinds for traffic share.
 *
 * @param <B> the builder's own type
 */
public abstract class TrafficBuilder<B extends TrafficBuilder<B>> extends NamespacedBuilder<B> {

    static final String GROUP = "networking.istio.io";

    TrafficBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Writes the object as {@code networking.istio.io/v1beta1}, for versions of Istio before 1.22; {@code v1} where it is not
     * called. The fields are the same.
     */
    public final B v1beta1() {
        return inVersion("v1beta1");
    }
}
