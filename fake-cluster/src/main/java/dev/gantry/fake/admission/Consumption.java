package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.quantity.Amount;
import java.util.Map;
import java.util.Set;

/** How much of a quota's resource an object takes. */
final class Consumption {

    private static final Set<String> COUNTED = Set.of(
            "pods",
            "configmaps",
            "secrets",
            "services",
            "persistentvolumeclaims",
            "resourcequotas",
            "replicationcontrollers");

    private static final Map<String, String> COMPUTED = Map.of(
            "cpu", "requests.cpu",
            "memory", "requests.memory",
            "ephemeral-storage", "requests.ephemeral-storage");

    private Consumption() {}

    /**
     * How much.
     *
     * @param constrained as quotas name it, such as {@code count/deployments.apps} or {@code requests.cpu}
     * @param resource the object's, such as {@code deployments.apps}
     */
    static Amount of(String constrained, String resource, JsonNode object) {
        if (constrained.equals("count/" + resource)
                || (COUNTED.contains(constrained) && constrained.equals(resource))) {
            return Amount.ONE;
        }
        String type = Json.text(object, "spec", "type");
        if (resource.equals("services") && constrained.equals("services.loadbalancers")) {
            return type.equals("LoadBalancer") ? Amount.ONE : Amount.ZERO;
        }
        if (resource.equals("services") && constrained.equals("services.nodeports")) {
            return type.equals("NodePort") ? Amount.ONE : Amount.ZERO;
        }
        if (resource.equals("persistentvolumeclaims") && constrained.equals("requests.storage")) {
            return Amount.of(Json.at(object, "spec", "resources", "requests", "storage"));
        }
        return resource.equals("pods") ? computed(constrained, object) : Amount.ZERO;
    }

    private static Amount computed(String constrained, JsonNode pod) {
        Amount sum = Amount.ZERO;
        for (JsonNode container : Json.at(pod, "spec", "containers")) {
            sum = sum.plus(Amount.of(resource(constrained, container)));
        }
        return sum;
    }

    /** What a container says of a computed resource; a missing node if it says nothing. */
    static JsonNode resource(String constrained, JsonNode container) {
        String full = COMPUTED.getOrDefault(constrained, constrained);
        int dot = full.indexOf('.');
        return dot < 0
                ? Json.object().path("")
                : Json.at(container, "resources", full.substring(0, dot), full.substring(dot + 1));
    }

    /** Whether containers have to say how much they take. */
    static boolean isComputed(String constrained) {
        return COMPUTED.containsKey(constrained)
                || COMPUTED.containsValue(constrained)
                || constrained.equals("limits.cpu")
                || constrained.equals("limits.memory");
    }
}
