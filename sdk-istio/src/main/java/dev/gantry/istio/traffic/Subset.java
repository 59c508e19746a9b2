package dev.gantry.istio.traffic;

import dev.gantry.Destination;
import dev.gantry.extension.Entries;
import dev.gantry.extension.Fields;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a subset: some of the pods of a destination.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#Subset">Subset</a>
 */
public final class Subset {

    private final Fields subset;
    private final @Nullable Destination host;

    Subset(Fields subset, @Nullable Destination host) {
        this.subset = subset;
        this.host = host;
    }

    /** Adds to {@code labels}: the pods of the subset have this label. */
    public Subset label(String key, String value) {
        Entries.label(subset.object("labels"), key, value);
        return this;
    }

    /** Sets {@code trafficPolicy}: what holds for connections to these pods, over what the rule says for all. */
    public Subset trafficPolicy(Consumer<IstioTrafficPolicy> policy) {
        subset.object("trafficPolicy").block(fields -> new IstioTrafficPolicy(fields, host), policy);
        return this;
    }
}
