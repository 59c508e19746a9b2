package dev.gantry.workload;

import dev.gantry.Image;
import dev.gantry.Quantity;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all kinds that hold a pod share.
 *
 * @param <B> the builder's own type
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec">PodSpec</a>
 */
public abstract class PodBuilder<B extends PodBuilder<B>> extends PodNetworkBuilder<B> {

    private static final List<String> NOT_BEFORE_OTHERS =
            List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

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
        container("containers", name, image).block(fields -> new Container(fields, volumes()), options);
        return self();
    }

    /**
     * Adds a container that must come to its end before the next one starts. It has no probes and no lifecycle hooks.
     *
     * @param name a DNS label, unique in the pod
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/init-containers/">Init containers</a>
     */
    public final B initContainer(String name, Image image, Consumer<Container> options) {
        Fields container = container("initContainers", name, image);
        container.block(fields -> new Container(fields, volumes()), options);
        refuseProbes(container);
        return self();
    }

    /**
     * Adds a container that starts before the others and stops after them: an init container that is always restarted.
     *
     * @param name a DNS label, unique in the pod
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/">Sidecar containers</a>
     */
    public final B sidecar(String name, Image image, Consumer<Container> options) {
        Fields container = container("initContainers", name, image);
        container.set("restartPolicy", RestartPolicy.ALWAYS);
        container.block(fields -> new Container(fields, volumes()), options);
        return self();
    }

    /** Adds a volume that no container of the program mounts to the pod. What is mounted is added by itself. */
    public final B volume(Volume volume) {
        if (podSpec().given("volumes", volume)) {
            volumes().add(volume);
        }
        return self();
    }

    /**
     * Sets {@code resources.requests}: what the scheduler sets aside for all containers together; the sum of the
     * containers' where it is not set.
     *
     * @param cpu such as {@code 250m} or {@code 2}
     * @param memory such as {@code 256Mi}
     */
    public final B podRequests(String cpu, String memory) {
        podRequest("cpu", Quantity.of(cpu));
        return podRequest("memory", Quantity.of(memory));
    }

    /**
     * Sets {@code resources.limits}: what all containers together can have at most; no limit where it is not set.
     *
     * @param cpu such as {@code 500m} or {@code 2}
     * @param memory such as {@code 512Mi}; a pod that uses more loses a container
     */
    public final B podLimits(String cpu, String memory) {
        podLimit("cpu", Quantity.of(cpu));
        return podLimit("memory", Quantity.of(memory));
    }

    /**
     * Sets one entry of {@code resources.requests}: what the scheduler sets aside for all containers together, such as
     * {@code cpu}; the sum of the containers' where it is not set.
     */
    public final B podRequest(String resource, Quantity amount) {
        podSpec().object("resources").object("requests").set(resource, amount);
        return self();
    }

    /**
     * Sets one entry of {@code resources.limits}: what all containers together can have at most, such as {@code memory};
     * no limit where it is not set.
     */
    public final B podLimit(String resource, Quantity amount) {
        podSpec().object("resources").object("limits").set(resource, amount);
        return self();
    }

    /** Sets {@code terminationGracePeriodSeconds}: how long containers may take to stop; 30 seconds by default. */
    public final B terminationGracePeriod(Duration period) {
        podSpec().seconds("terminationGracePeriodSeconds", period, 0);
        return self();
    }

    /** What comes to its end before the others start has nobody to ask how it is. */
    private static void refuseProbes(Fields container) {
        for (String field : NOT_BEFORE_OTHERS) {
            if (container.has(field)) {
                container.flaw(
                        field,
                        ValueRule.NOT_ALLOWED,
                        "An init container comes to its end before the pod can be ready: it has no probes and no hooks.",
                        "Leave it out, or call sidecar(...) for a container that goes on beside the others.");
            }
        }
    }

    /** The object that lists claims to make for each pod; {@code null} for kinds that make none. */
    @Nullable
    Fields claimTemplates() {
        return null;
    }

    private PodVolumes volumes() {
        return new PodVolumes(podSpec(), claimTemplates());
    }

    private Fields container(String list, String name, Image image) {
        Fields container = podSpec().append(list);
        container.set("name", name, Syntax.DNS_LABEL);
        container.set("image", image);
        return container;
    }
}
