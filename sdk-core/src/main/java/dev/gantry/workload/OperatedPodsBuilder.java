package dev.gantry.workload;

import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of custom kinds share whose operator makes pods, and whose {@code spec} holds fields of these pods
 * side by side with its own, under the names that they have in a pod.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec">PodSpec</a>
 */
public abstract class OperatedPodsBuilder<B extends OperatedPodsBuilder<B>> extends PodFieldsBuilder<B> {

    /** Begins a resource. */
    protected OperatedPodsBuilder(Kind kind, @Nullable String name) {
        super(kind, name);
    }

    /** Sets {@code imagePullPolicy}: when the image is pulled; as Kubernetes decides where it is not set. */
    public final B imagePullPolicy(ImagePullPolicy policy) {
        spec().set("imagePullPolicy", policy);
        return self();
    }

    /**
     * Sets {@code resources.requests}: what the scheduler sets aside for the main container.
     *
     * @param cpu such as {@code 250m} or {@code 2}
     * @param memory such as {@code 256Mi}
     */
    public final B requests(String cpu, String memory) {
        return request("cpu", Quantity.of(cpu)).request("memory", Quantity.of(memory));
    }

    /**
     * Sets {@code resources.limits}: what the main container can have at most.
     *
     * @param cpu such as {@code 500m} or {@code 2}
     * @param memory such as {@code 512Mi}; a container that uses more is killed
     */
    public final B limits(String cpu, String memory) {
        return limit("cpu", Quantity.of(cpu)).limit("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code resources.requests}, such as {@code memory}. */
    public final B request(String resource, Quantity amount) {
        spec().object("resources").object("requests").set(resource, amount);
        return self();
    }

    /** Sets one entry of {@code resources.limits}, such as {@code memory}. */
    public final B limit(String resource, Quantity amount) {
        spec().object("resources").object("limits").set(resource, amount);
        return self();
    }

    /** Sets {@code minReadySeconds}: for how long a new pod must be ready before it counts as available; 0 by default. */
    public final B minReady(Duration duration) {
        spec().seconds("minReadySeconds", duration, 0);
        return self();
    }

    /** Sets {@code terminationGracePeriodSeconds}: how long containers may take to stop; the operator's where not set. */
    public final B terminationGracePeriod(Duration period) {
        spec().seconds("terminationGracePeriodSeconds", period, 0);
        return self();
    }

    /** Adds to {@code volumes}: a volume that the main container does not mount, for a container that is added. */
    public final B volume(Volume volume) {
        if (spec().given("volumes", volume)) {
            new PodVolumes(spec(), null).add(volume);
        }
        return self();
    }

    /**
     * Adds to {@code volumeMounts} of the main container; the volume becomes one of the pods', if it is not yet.
     *
     * @param path where the container sees it; must not contain {@code :}
     */
    public final B mount(Volume volume, String path) {
        return mount(volume, path, options -> {});
    }

    /**
     * Adds to {@code volumeMounts} of the main container, with options; the volume becomes one of the pods', if it is not yet.
     *
     * @param path where the container sees it; must not contain {@code :}
     */
    public final B mount(Volume volume, String path, Consumer<VolumeMount> options) {
        if (spec().given("volumeMounts", volume)) {
            Fields mount = spec().append("volumeMounts");
            mount.set("name", volume.name());
            Container.path(mount, "mountPath", path);
            new PodVolumes(spec(), null).add(volume);
            mount.block(VolumeMount::new, options);
        }
        return self();
    }

    @Override
    final Fields podSpec() {
        return spec();
    }
}
