package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.Destination;
import dev.gantry.Port;
import dev.gantry.cluster.Namespace;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Late;
import dev.gantry.extension.Syntax;

/**
 * Hosts that a proxy knows of.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener">
 *     IstioEgressListener</a>
 */
public final class SidecarEgress extends SidecarListener<SidecarEgress> {

    private final Fields listener;

    /** Namespace and host of a destination. */
    private record PlacedHost(Destination destination) implements Late {

        @Override
        public JsonNode resolve(Context context) {
            String namespace = context.namespace(destination.resource());
            String near = namespace == null || namespace.equals(context.namespace()) ? "." : namespace;
            JsonNode host = destination.host().resolve(context);
            return TextNode.valueOf(near + "/" + host.asText());
        }
    }

    SidecarEgress(Fields listener) {
        super(listener);
        this.listener = listener;
    }

    /** Adds to {@code hosts}: a Service or ServiceEntry, with its namespace. */
    public SidecarEgress host(Destination service) {
        if (listener.given("hosts", service)) {
            listener.add("hosts", new PlacedHost(service));
            listener.mention("hosts", service.resource());
        }
        return this;
    }

    /** Adds to {@code hosts}: all services of a namespace. */
    public SidecarEgress namespace(Namespace namespace) {
        if (listener.given("hosts", namespace)) {
            listener.add("hosts", namespace.name() + "/*");
            listener.mention("hosts", namespace);
        }
        return this;
    }

    /** Adds {@code ./*} to {@code hosts}: all services of the same namespace. */
    public SidecarEgress ownNamespace() {
        listener.add("hosts", "./*");
        return this;
    }

    /** Adds to {@code hosts} others, such as {@code *}{@code /shop.example.com} for a host of any namespace. */
    public SidecarEgress hosts(String... others) {
        listener.addAll("hosts", Syntax.NOT_EMPTY, others);
        return this;
    }

    /** Sets {@code port}: the listener is for one port only. */
    public SidecarEgress port(Port port, IstioProtocol protocol) {
        SidecarListener.port(listener, port, protocol);
        return this;
    }
}
