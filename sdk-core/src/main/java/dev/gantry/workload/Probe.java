package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A question that the kubelet asks a container again and again.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">Probe</a>
 */
@CheckReturnValue
public final class Probe extends Block {

    private Probe(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * An HTTP GET that must be answered with a status from 200 to 399.
     *
     * @param path begins with {@code /}
     * @param port a port of the container
     */
    public static Probe httpGet(String path, Port port) {
        return httpGet(HttpGet.of(path, port));
    }

    /** An HTTP GET with options that must be answered with a status from 200 to 399. */
    public static Probe httpGet(HttpGet get) {
        return new Probe(probe -> probe.set("httpGet", get));
    }

    /** A TCP connection that must be accepted. */
    public static Probe tcpSocket(Port port) {
        return new Probe(probe -> {
            if (probe.given("tcpSocket", port)) {
                probe.object("tcpSocket").port("port", port.name(), port.number());
            }
        });
    }

    /** A TCP connection that must be accepted by another host than the pod itself. */
    public static Probe tcpSocket(Port port, String host) {
        return tcpSocket(port).with(probe -> probe.object("tcpSocket").set("host", host, Syntax.NOT_EMPTY));
    }

    /**
     * A request of the gRPC health checking protocol.
     *
     * @param port a port of the container; it is named by its number, as this field has no names
     */
    public static Probe grpc(Port port) {
        return new Probe(probe -> {
            if (probe.given("grpc", port)) {
                probe.object("grpc").set("port", port.number(), 1, 65_535);
            }
        });
    }

    /**
     * A request of the gRPC health checking protocol about one service.
     *
     * @param port a port of the container; it is named by its number, as this field has no names
     * @param service the name that the server knows the service by
     */
    public static Probe grpc(Port port, String service) {
        return grpc(port).with(probe -> probe.object("grpc").set("service", service));
    }

    /**
     * A command in the container that must end with status 0.
     *
     * @param command the program and its arguments; no shell reads them
     */
    public static Probe exec(String... command) {
        return new Probe(probe -> probe.object("exec").addAll("command", command));
    }

    /** Sets {@code initialDelaySeconds}: how long to wait after the container has started; 0 by default. */
    public Probe initialDelay(Duration delay) {
        return with(probe -> probe.seconds("initialDelaySeconds", delay, 0));
    }

    /** Sets {@code periodSeconds}: how often to ask; 10 seconds by default, at least 1. */
    public Probe period(Duration period) {
        return with(probe -> probe.seconds("periodSeconds", period, 1));
    }

    /** Sets {@code timeoutSeconds}: how long to wait for the answer; 1 second by default and at least. */
    public Probe timeout(Duration timeout) {
        return with(probe -> probe.seconds("timeoutSeconds", timeout, 1));
    }

    /**
     * Sets {@code successThreshold}: how many good answers in a row it takes after a bad one.
     *
     * @param answers 1 by default and at least; liveness and startup probes take nothing else
     */
    public Probe successThreshold(int answers) {
        return with(probe -> probe.set("successThreshold", answers, 1, Integer.MAX_VALUE));
    }

    /** Sets {@code failureThreshold}: how many bad answers in a row it takes; 3 by default, at least 1. */
    public Probe failureThreshold(int answers) {
        return with(probe -> probe.set("failureThreshold", answers, 1, Integer.MAX_VALUE));
    }

    /**
     * Sets {@code terminationGracePeriodSeconds}: how long the container may take to stop when the probe has failed; the
     * pod's own grace period where it is not set. Not for readiness probes.
     */
    public Probe terminationGracePeriod(Duration period) {
        return with(probe -> probe.seconds("terminationGracePeriodSeconds", period, 1));
    }

    private Probe with(Consumer<Fields> more) {
        return new Probe(and(more));
    }
}
