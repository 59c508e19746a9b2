package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.PodContainer;
import dev.gantry.check.Workload;

/** Which port of a container a port of a Service leads to. */
final class ServiceTargets {

    private ServiceTargets() {}

    /** The number of the port of a workload's pods; 0 if they have none of that name. */
    static int number(JsonNode servicePort, Workload workload) {
        JsonNode target = servicePort.path("targetPort");
        if (target.isMissingNode()) {
            return servicePort.path("port").asInt();
        }
        if (target.isNumber()) {
            return target.asInt();
        }
        for (PodContainer container : workload.containers()) {
            JsonNode port = container.port(target.asText());
            if (port != null) {
                return port.path("containerPort").asInt();
            }
        }
        return 0;
    }
}
