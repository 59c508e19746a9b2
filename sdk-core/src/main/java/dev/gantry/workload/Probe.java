package dev.gantry.workload;

import dev.gantry.Port;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A question that the kubelet asks a container again and again.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">Probe</a>
 */
public final class Probe {

    private final Consumer<Fields> writer;

    private Probe(Consumer<Fields> writer) {
        this.writer = writer;
    }

    /**
     * An HTTP GET that must be answered with a status from 200 to 399.
     *
     * @param path begins with {@code /}
     * @param port a port of the container
     */
    public static Probe httpGet(String path, Port port) {
        return new Probe(probe -> {
            Fields get = probe.object("httpGet");
            get.set("path", path, Syntax.ABSOLUTE_PATH);
            get.set("port", port.name());
        });
    }

    /** Sets {@code initialDelaySeconds}: how long to wait after the container has started; 0 by default. */
    public Probe initialDelay(Duration delay) {
        return with(probe -> probe.seconds("initialDelaySeconds", delay, 0));
    }

    /** Sets {@code periodSeconds}: how often to ask; 10 seconds by default. */
    public Probe period(Duration period) {
        return with(probe -> probe.seconds("periodSeconds", period, 1));
    }

    void write(Fields container, String field) {
        writer.accept(container.replace(field));
    }

    private Probe with(Consumer<Fields> more) {
        return new Probe(writer.andThen(more));
    }
}
