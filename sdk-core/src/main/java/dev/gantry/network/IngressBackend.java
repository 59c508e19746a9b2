package dev.gantry.network;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Port;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.References;
import dev.gantry.extension.Resource;
import java.util.function.Consumer;

/**
 * Where requests go.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend">
 *     IngressBackend</a>
 */
@CheckReturnValue
public final class IngressBackend extends Block {

    private IngressBackend(Consumer<Fields> writer) {
        super(writer);
    }

    /**
     * A port of a Service of the same namespace. Writes the number that clients of the Service connect to.
     *
     * @param port what a container listens on; of an existing Service, the number is taken to be the port's own
     */
    public static IngressBackend service(Service service, Port port) {
        return new IngressBackend(backend -> {
            if (backend.given("service", service)) {
                Fields reference = backend.object("service");
                References.name(reference, "name", service);
                if (reference.given("port", port)) {
                    Fields number = reference.object("port");
                    number.set("number", service.number(port), 1, 65_535);
                    number.flaws("number", service.flaws(port));
                }
            }
        });
    }

    /**
     * An object of the same namespace that the controller knows how to serve, such as a bucket of files.
     *
     * @see <a href="https://kubernetes.io/docs/concepts/services-networking/ingress/#resource-backend">Resource
     *     backends</a>
     */
    public static IngressBackend resource(Resource object) {
        return new IngressBackend(backend -> {
            if (backend.given("resource", object)) {
                Fields reference = backend.object("resource");
                References.ofGroup(reference, object);
                reference.refer("name", object);
            }
        });
    }
}
