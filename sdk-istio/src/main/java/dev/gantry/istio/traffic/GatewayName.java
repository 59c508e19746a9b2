package dev.gantry.istio.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Late;
import org.jspecify.annotations.Nullable;

/** The name of a gateway, with its namespace before it if that is another one. */
record GatewayName(IstioGateway gateway) implements Late {

    static final String MESH = "mesh";

    /** Adds the name to the list of gateways. */
    static void add(Fields object, @Nullable IstioGateway gateway) {
        if (object.given("gateways", gateway) && gateway != null) {
            object.add("gateways", new GatewayName(gateway));
            object.mention("gateways", gateway);
        }
    }

    @Override
    public JsonNode resolve(Context context) {
        String namespace = context.namespace(gateway);
        boolean near = namespace == null || namespace.equals(context.namespace());
        return TextNode.valueOf(near ? gateway.name() : namespace + "/" + gateway.name());
    }
}
