package dev.gantry.istio.traffic;

import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of kinds share that say to which namespaces they are of any concern. All of them, unless the mesh is set
 * up otherwise.
 *
 * @param <B> the builder's own type
 */
public abstract class ExportedBuilder<B extends ExportedBuilder<B>> extends TrafficBuilder<B> {

    ExportedBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Adds to {@code spec.exportTo}: only clients of this namespace know of it. */
    public final B exportTo(Namespace namespace) {
        if (spec().given("exportTo", namespace)) {
            spec().add("exportTo", namespace.name());
            spec().mention("exportTo", namespace);
        }
        return self();
    }

    /** Adds {@code .} to {@code spec.exportTo}: only clients of the same namespace know of it. */
    public final B exportToOwnNamespace() {
        spec().add("exportTo", ".");
        return self();
    }

    /** Adds {@code *} to {@code spec.exportTo}: clients of all namespaces know of it. */
    public final B exportToAllNamespaces() {
        spec().add("exportTo", "*");
        return self();
    }
}
