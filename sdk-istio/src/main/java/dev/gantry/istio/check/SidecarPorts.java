package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Model;
import dev.gantry.check.Workload;
import java.util.List;
import java.util.Set;

/** Which ports of pods their proxies stand before. */
final class SidecarPorts {

    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";

    /** The proxy's own ports: metrics of proxy and application together, health, and the proxy's metrics. */
    private static final Set<Integer> OWN = Set.of(15_020, 15_021, 15_090);

    private final MeshedPods pods;

    SidecarPorts(Model model) {
        this.pods = new MeshedPods(model);
    }

    /** Whether connections to a port reach the container without a proxy between, as far as the program says. */
    boolean isOpen(Workload workload, int port) {
        if (!pods.haveSidecar(workload)) {
            return !pods.areAmbient(workload);
        }
        JsonNode annotations = workload.template().tree().path("metadata").path("annotations");
        List<String> excluded = List.of(annotations.path(EXCLUDED).asText().split("\\s*,\\s*", -1));
        return OWN.contains(port) || excluded.contains("*") || excluded.contains(Integer.toString(port));
    }
}
