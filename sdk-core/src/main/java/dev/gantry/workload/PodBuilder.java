package dev.gantry.workload;

import dev.gantry.Image;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all kinds that hold a pod share.
 *
 * @param <B> the builder's own type
 */
public abstract class PodBuilder<B extends PodBuilder<B>> extends NamespacedBuilder<B> {

    PodBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /**
     * Adds a container.
     *
     * @param name a DNS label, unique in the pod
     * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container">
     *     Container</a>
     */
    public final B container(String name, Image image, Consumer<Container> options) {
        return container("containers", name, image, options);
    }

    /**
     * Adds a container that must come to its end before the next one starts.
     *
     * @param name a DNS label, unique in the pod
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/init-containers/">Init containers</a>
     */
    public final B initContainer(String name, Image image, Consumer<Container> options) {
        return container("initContainers", name, image, options);
    }

    private B container(String list, String name, Image image, Consumer<Container> options) {
        Fields container = podSpec().append(list);
        container.set("name", name, Syntax.DNS_LABEL);
        container.set("image", image);
        container.block(fields -> new Container(fields, podSpec()), options);
        return self();
    }

    /** The pod's {@code spec}. */
    abstract Fields podSpec();
}
