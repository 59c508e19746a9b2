package dev.gantry.workload;

import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Text;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.ConfigMapKey;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;

/**
 * The options of a container.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container">Container</a>
 */
public final class Container {

    private final Fields container;
    private final PodVolumes volumes;
    private final Environment environment;

    Container(Fields container, PodVolumes volumes) {
        this.container = container;
        this.volumes = volumes;
        this.environment = new Environment(container);
    }

    /**
     * Sets {@code imagePullPolicy}; {@link ImagePullPolicy#ALWAYS} for the tag {@code latest} and for no tag,
     * {@link ImagePullPolicy#IF_NOT_PRESENT} for others where it is not set.
     */
    public Container imagePullPolicy(ImagePullPolicy policy) {
        container.set("imagePullPolicy", policy);
        return this;
    }

    /**
     * Adds to {@code command}: the program to run, and its first arguments, in place of the image's entry point.
     *
     * @param command no shell reads it; {@code $(NAME)} stands for an environment variable
     */
    public Container command(String... command) {
        container.addAll("command", command);
        return this;
    }

    /**
     * Adds to {@code args}: arguments of the program, in place of the image's.
     *
     * @param args no shell reads them; {@code $(NAME)} stands for an environment variable
     */
    public Container args(String... args) {
        container.addAll("args", args);
        return this;
    }

    /** Sets {@code workingDir}, where it is not to be the image's. */
    public Container workingDir(String directory) {
        container.set("workingDir", directory, Syntax.NOT_EMPTY);
        return this;
    }

    /** Adds ports that the container listens on. */
    public Container ports(Port... ports) {
        if (container.given("ports", ports)) {
            for (Port port : ports) {
                port(port, options -> {});
            }
        }
        return this;
    }

    /** Adds a port that the container listens on, with options. */
    public Container port(Port port, Consumer<ContainerPort> options) {
        if (container.given("ports", port)) {
            Fields entry = container.append("ports");
            entry.set("name", port.name());
            entry.flaws("name", port.flaws());
            entry.set("containerPort", port.number());
            entry.set("protocol", port.protocol());
            entry.block(ContainerPort::new, options);
        }
        return this;
    }

    /** Sets an environment variable to a text; {@code $(NAME)} in it stands for a variable that was set before. */
    public Container env(String name, String value) {
        environment.text(name, value);
        return this;
    }

    /** Sets an environment variable to a text that depends on where resources are placed. */
    public Container env(String name, Text value) {
        environment.text(name, value);
        return this;
    }

    /** Sets an environment variable to a key of a ConfigMap. */
    public Container env(String name, ConfigMapKey source) {
        environment.configMapKey(name, source);
        return this;
    }

    /** Sets an environment variable to a key of a Secret. */
    public Container env(String name, SecretKey source) {
        environment.secretKey(name, source);
        return this;
    }

    /**
     * Sets an environment variable to a field of the pod.
     *
     * @param fieldPath such as {@code status.podIP}, {@code spec.nodeName} or {@code metadata.labels['track']}
     * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/downward-api/#available-fields">Downward API</a>
     */
    public Container envField(String name, String fieldPath) {
        environment.field(name, fieldPath);
        return this;
    }

    /**
     * Sets an environment variable to what this container requests or is limited to.
     *
     * @param resource such as {@code limits.cpu} or {@code requests.memory}
     */
    public Container envResource(String name, String resource) {
        environment.resource(name, resource);
        return this;
    }

    /**
     * Sets an environment variable to what this container requests or is limited to, in a unit of your choice.
     *
     * @param resource such as {@code limits.cpu} or {@code requests.memory}
     * @param divisor the unit, such as {@code 1m} for CPU or {@code 1Mi} for memory; {@code 1} by default
     */
    public Container envResource(String name, String resource, Quantity divisor) {
        environment.resource(name, resource).set("divisor", divisor);
        return this;
    }

    /**
     * Sets an environment variable to what another container of the pod requests or is limited to.
     *
     * @param ofContainer the name of the other container
     * @param resource such as {@code limits.cpu} or {@code requests.memory}
     * @param divisor the unit, such as {@code 1m} for CPU or {@code 1Mi} for memory; {@code 1} by default
     */
    public Container envResource(String name, String ofContainer, String resource, Quantity divisor) {
        environment.resource(name, ofContainer, resource, divisor);
        return this;
    }

    /** Adds to {@code envFrom}: every key of a ConfigMap becomes an environment variable. */
    public Container envFrom(ConfigMap configMap) {
        return envFrom(EnvFrom.configMap(configMap));
    }

    /** Adds to {@code envFrom}: every key of a ConfigMap becomes an environment variable, after this prefix. */
    public Container envFrom(ConfigMap configMap, String prefix) {
        return envFrom(EnvFrom.configMap(configMap).prefix(prefix));
    }

    /** Adds to {@code envFrom}: every key of a Secret becomes an environment variable. */
    public Container envFrom(Secret secret) {
        return envFrom(EnvFrom.secret(secret));
    }

    /** Adds to {@code envFrom}: every key of a Secret becomes an environment variable, after this prefix. */
    public Container envFrom(Secret secret, String prefix) {
        return envFrom(EnvFrom.secret(secret).prefix(prefix));
    }

    /** Adds to {@code envFrom}: many environment variables at once. */
    public Container envFrom(EnvFrom source) {
        container.add("envFrom", source);
        return this;
    }

    /**
     * Sets {@code resources.requests}: what the scheduler sets aside.
     *
     * @param cpu such as {@code 250m} or {@code 2}
     * @param memory such as {@code 256Mi}
     */
    public Container requests(String cpu, String memory) {
        return request("cpu", Quantity.of(cpu)).request("memory", Quantity.of(memory));
    }

    /**
     * Sets {@code resources.limits}: what the container can have at most.
     *
     * @param cpu such as {@code 500m} or {@code 2}
     * @param memory such as {@code 512Mi}; a container that uses more is killed
     */
    public Container limits(String cpu, String memory) {
        return limit("cpu", Quantity.of(cpu)).limit("memory", Quantity.of(memory));
    }

    /** Sets one entry of {@code resources.requests}, such as {@code ephemeral-storage}. */
    public Container request(String resource, Quantity amount) {
        container.object("resources").object("requests").set(resource, amount);
        return this;
    }

    /** Sets one entry of {@code resources.limits}, such as {@code nvidia.com/gpu}. */
    public Container limit(String resource, Quantity amount) {
        container.object("resources").object("limits").set(resource, amount);
        return this;
    }

    /**
     * Sets request and limit of CPU.
     *
     * @param request such as {@code 250m} or {@code 2}
     * @param limit not less than {@code request}
     */
    public Container cpu(String request, String limit) {
        return request("cpu", Quantity.of(request)).limit("cpu", Quantity.of(limit));
    }

    /**
     * Sets request and limit of memory.
     *
     * @param request such as {@code 256Mi}
     * @param limit not less than {@code request}; a container that uses more is killed
     */
    public Container memory(String request, String limit) {
        return request("memory", Quantity.of(request)).limit("memory", Quantity.of(limit));
    }

    /**
     * Adds to {@code resizePolicy}: what happens when a resource of the running container is changed.
     *
     * @param resource {@code cpu} or {@code memory}
     */
    public Container resizePolicy(String resource, ResizeRestartPolicy policy) {
        Fields entry = container.append("resizePolicy");
        entry.set("resourceName", resource, Syntax.NOT_EMPTY);
        entry.set("restartPolicy", policy);
        return this;
    }

    /** Mounts a volume; the volume becomes one of the pod's, if it is not yet. */
    public Container mount(Volume volume, String path) {
        return mount(volume, path, options -> {});
    }

    /**
     * Mounts a volume with options; the volume becomes one of the pod's, if it is not yet.
     *
     * @param path where the container sees it; must not contain {@code :}
     */
    public Container mount(Volume volume, String path, Consumer<VolumeMount> options) {
        if (container.given("volumeMounts", volume)) {
            Fields mount = container.append("volumeMounts");
            mount.set("name", volume.name());
            path(mount, "mountPath", path);
            volumes.add(volume);
            mount.block(VolumeMount::new, options);
        }
        return this;
    }

    /**
     * Adds to {@code volumeDevices}: the container sees a volume as a raw block device; the volume becomes one of the
     * pod's, if it is not yet.
     *
     * @param volume a claim in {@code VolumeMode.BLOCK}, or storage that is claimed for each pod in that mode
     * @param path where the container sees it; must not contain {@code :}
     * @see <a
     *     href="https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support">Raw block
     *     volumes</a>
     */
    public Container device(Volume volume, String path) {
        if (container.given("volumeDevices", volume)) {
            Fields device = container.append("volumeDevices");
            device.set("name", volume.name());
            if (!volume.canBeDevice()) {
                device.flaw(
                        "name",
                        ValueRule.NOT_ALLOWED,
                        "The volume \"" + volume.name() + "\" cannot be a device: it does not come from a claim.",
                        "Mount it with mount(volume, path).");
            }
            path(device, "devicePath", path);
            volumes.add(volume);
        }
        return this;
    }

    /** Sets {@code startupProbe}: until it succeeds, the other probes wait; when it fails, the container is restarted. */
    public Container startup(Probe probe) {
        container.set("startupProbe", probe);
        return this;
    }

    /** Sets {@code readinessProbe}: while it fails, the pod gets no traffic. */
    public Container readiness(Probe probe) {
        container.set("readinessProbe", probe);
        return this;
    }

    /** Sets {@code livenessProbe}: when it fails, the container is restarted. */
    public Container liveness(Probe probe) {
        container.set("livenessProbe", probe);
        return this;
    }

    /** Sets {@code lifecycle.postStart}: what is done as soon as the container was made. */
    public Container postStart(LifecycleHandler handler) {
        container.object("lifecycle").set("postStart", handler);
        return this;
    }

    /** Sets {@code lifecycle.preStop}: what is done before the container is told to stop. */
    public Container preStop(LifecycleHandler handler) {
        container.object("lifecycle").set("preStop", handler);
        return this;
    }

    /**
     * Sets {@code lifecycle.stopSignal}: how the container is told to stop; as the image says, or else {@code SIGTERM},
     * where it is not set. The pod must name its operating system.
     *
     * @param signal such as {@code SIGQUIT}
     */
    public Container stopSignal(String signal) {
        container.object("lifecycle").set("stopSignal", signal, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code terminationMessagePath}; {@code /dev/termination-log} where it is not set. */
    public Container terminationMessagePath(String path) {
        container.set("terminationMessagePath", path, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code terminationMessagePolicy}; {@link TerminationMessagePolicy#FILE} where it is not set. */
    public Container terminationMessagePolicy(TerminationMessagePolicy policy) {
        container.set("terminationMessagePolicy", policy);
        return this;
    }

    /** Sets {@code securityContext}: what the container may do. */
    public Container securityContext(Consumer<SecurityContext> options) {
        container.object("securityContext").block(SecurityContext::new, options);
        return this;
    }

    /** Sets {@code stdin}: whether somebody can write to the program's standard input; {@code false} by default. */
    public Container stdin(boolean open) {
        container.set("stdin", open);
        return this;
    }

    /** Sets {@code stdinOnce}: whether standard input ends with its first user; {@code false} by default. */
    public Container stdinOnce(boolean once) {
        container.set("stdinOnce", once);
        return this;
    }

    /** Sets {@code tty}: whether the program sees a terminal; {@code false} by default, and needs {@code stdin}. */
    public Container tty(boolean terminal) {
        container.set("tty", terminal);
        return this;
    }

    static void path(Fields place, String field, String path) {
        place.set(field, path, Syntax.NOT_EMPTY);
        if (path != null && path.indexOf(':') >= 0) {
            place.flaw(field, ValueRule.TEXT, "\"" + path + "\" has a ':'.", "Use a path without it.");
        }
    }
}
