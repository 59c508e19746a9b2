package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * An HTTP GET that the kubelet sends to a container.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe">httpGet</a>
 */
@CheckReturnValue
public final class HttpGet extends Block {

    private HttpGet(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * A GET of a path.
     *
     * @param path begins with {@code /}
     * @param port a port of the container
     */
    public static HttpGet of(String path, Port port) {
        return new HttpGet(get -> {
            get.set("path", path, Syntax.ABSOLUTE_PATH);
            if (get.given("port", port)) {
                get.port("port", port.name(), port.number());
            }
        });
    }

    /** Sets {@code scheme}; {@link UriScheme#HTTP} where it is not set. */
    public HttpGet scheme(UriScheme scheme) {
        return new HttpGet(and(get -> get.set("scheme", scheme)));
    }

    /** Sets {@code host}: where to connect to; the pod's own address where it is not set. */
    public HttpGet host(String host) {
        return new HttpGet(and(get -> get.set("host", host, Syntax.NOT_EMPTY)));
    }

    /** Adds to {@code httpHeaders}; {@code Host} is what a server tells its virtual hosts by. */
    public HttpGet header(String name, String value) {
        return new HttpGet(and(get -> {
            Fields header = get.append("httpHeaders");
            header.set("name", name, Syntax.NOT_EMPTY);
            header.set("value", value);
        }));
    }
}
