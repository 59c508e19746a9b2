package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of gateways in one form, {@code namespace/name}. */
final class GatewayNames {

    /** What stands for all sidecars of the mesh. */
    static final String MESH = "mesh";

    private GatewayNames() {}

    /** The name of a gateway. */
    static String of(Manifest gateway) {
        return full(gateway.id().name(), gateway.id().namespace());
    }

    /** The gateways of a VirtualService: the mesh alone, if it names none. */
    static Set<String> ofRoutes(Manifest routes) {
        JsonNode names = routes.tree().path("spec").path("gateways");
        Set<String> gateways = new LinkedHashSet<>();
        for (JsonNode name : names) {
            gateways.add(full(name.asText(), routes.id().namespace()));
        }
        return gateways.isEmpty() ? Set.of(MESH) : gateways;
    }

    /** A name as it is written in a namespace. */
    static String full(String name, @Nullable String namespace) {
        return name.equals(MESH) || name.indexOf('/') >= 0 ? name : (namespace == null ? "" : namespace) + "/" + name;
    }
}
