package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What is done when a container has started, or before it stops.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/">Container lifecycle hooks</a>
 */
@CheckReturnValue
public final class LifecycleHandler extends Block {

    private LifecycleHandler(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * Runs a command in the container.
     *
     * @param command the program and its arguments; no shell reads them
     */
    public static LifecycleHandler exec(String... command) {
        return new LifecycleHandler(handler -> handler.object("exec").addAll("command", command));
    }

    /**
     * Sends an HTTP GET to the container.
     *
     * @param path begins with {@code /}
     * @param port a port of the container
     */
    public static LifecycleHandler httpGet(String path, Port port) {
        return httpGet(HttpGet.of(path, port));
    }

    /** Sends an HTTP GET with options to the container. */
    public static LifecycleHandler httpGet(HttpGet get) {
        return new LifecycleHandler(handler -> handler.set("httpGet", get));
    }

    /**
     * Waits, in whole seconds. Before a stop, this gives load balancers time to send traffic elsewhere.
     *
     * @param duration counts against the pod's termination grace period
     */
    public static LifecycleHandler sleep(Duration duration) {
        return new LifecycleHandler(handler -> handler.object("sleep").seconds("seconds", duration, 0));
    }
}
