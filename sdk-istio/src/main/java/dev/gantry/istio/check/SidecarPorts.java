package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Model;
import dev.gantry.check.Workload;
import java.util.List;
import java.util.Set;

/** Which ports of pods their proxies stand before. */
final class SidecarPorts {

    private static final String INJECT = "sidecar.istio.io/inject";
    private static final String EXCLUDED = "traffic.sidecar.istio.io/excludeInboundPorts";

    /** The proxy's own ports: metrics of proxy and application together, health, and the proxy's metrics. */
    private static final Set<Integer> OWN = Set.of(15_020, 15_021, 15_090);

    private final Model model;

    SidecarPorts(Model model) {
        this.model = model;
    }

    /** Whether connections to a port reach the container without a proxy between, as far as the program says. */
    boolean isOpen(Workload workload, int port) {
        JsonNode annotations = workload.template().tree().path("metadata").path("annotations");
        boolean without = "false".equals(workload.labels().path(INJECT).asText())
                || "false".equals(annotations.path(INJECT).asText())
                || workload.podSpec().path("hostNetwork").asBoolean()
                || isOff(workload);
        List<String> excluded = List.of(annotations.path(EXCLUDED).asText().split("\\s*,\\s*", -1));
        return without || OWN.contains(port) || excluded.contains("*") || excluded.contains(Integer.toString(port));
    }

    private boolean isOff(Workload workload) {
        String namespace = workload.manifest().id().namespace();
        return namespace != null
                && model.find("", "Namespace", null, namespace)
                        .map(manifest -> manifest.tree()
                                .path("metadata")
                                .path("labels")
                                .path("istio-injection")
                                .asText()
                                .equals("disabled"))
                        .orElse(false);
    }
}
