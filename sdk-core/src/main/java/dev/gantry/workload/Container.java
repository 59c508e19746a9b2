package dev.gantry.workload;

import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Text;
import dev.gantry.config.ConfigMapKey;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Resource;
import dev.gantry.extension.Syntax;

/**
 * The options of a container.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container">Container</a>
 */
public final class Container {

    private final Fields container;
    private final Fields pod;

    Container(Fields container, Fields pod) {
        this.container = container;
        this.pod = pod;
    }

    /** Adds ports that the container listens on. */
    public Container ports(Port... ports) {
        for (Port port : ports) {
            Fields entry = container.append("ports");
            entry.set("name", port.name());
            entry.flaws("name", port.flaws());
            entry.set("containerPort", port.number());
            entry.set("protocol", port.protocol());
        }
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

    /** Sets {@code readinessProbe}: while it fails, the pod gets no traffic. */
    public Container readiness(Probe probe) {
        probe.write(container, "readinessProbe");
        return this;
    }

    /** Sets {@code livenessProbe}: when it fails, the container is restarted. */
    public Container liveness(Probe probe) {
        probe.write(container, "livenessProbe");
        return this;
    }

    /** Sets an environment variable to a text. */
    public Container env(String name, String value) {
        variable(name).set("value", value);
        return this;
    }

    /** Sets an environment variable to a text that depends on where resources are placed. */
    public Container env(String name, Text value) {
        Fields variable = variable(name);
        variable.set("value", value);
        for (Resource mentioned : value.mentions()) {
            variable.refer("value", mentioned);
        }
        return this;
    }

    /** Sets an environment variable to a key of a ConfigMap. */
    public Container env(String name, ConfigMapKey source) {
        Fields key = variable(name).object("valueFrom").object("configMapKeyRef");
        key.set("name", source.configMap().name());
        key.set("key", source.key(), Syntax.CONFIG_KEY);
        key.refer("name", source.configMap());
        return this;
    }

    private Fields variable(String name) {
        Fields variable = container.append("env");
        variable.set("name", name, Syntax.ENV_NAME);
        return variable;
    }
}
