package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What only some types of Service can have, and what a cluster has only once. */
final class ServiceTypes {

    private static final String NO_ADDRESS = "None";
    private static final List<String> OF_LOAD_BALANCERS =
            List.of("loadBalancerClass", "loadBalancerSourceRanges", "allocateLoadBalancerNodePorts");

    private final Findings findings;
    private final Map<String, Place> nodePorts = new HashMap<>();

    private record Place(Manifest service, int port) {

        String field() {
            return "spec.ports[" + port + "].nodePort";
        }
    }

    ServiceTypes(Findings findings) {
        this.findings = findings;
    }

    /** Takes the Services one after the other. */
    void check(Manifest service, JsonNode spec) {
        String type = spec.path("type").asText("ClusterIP");
        boolean balanced = type.equals("LoadBalancer");
        boolean headless = spec.path("clusterIP").asText().equals(NO_ADDRESS);
        if (!balanced) {
            for (String field : OF_LOAD_BALANCERS) {
                if (spec.has(field)) {
                    misplaced(service, field, type, "LoadBalancer");
                }
            }
        }
        if (spec.has("healthCheckNodePort")
                && !(balanced && spec.path("externalTrafficPolicy").asText().equals("Local"))) {
            misplaced(service, "healthCheckNodePort", type, "LoadBalancer with externalTrafficPolicy Local");
        }
        if (spec.has("externalTrafficPolicy")
                && !balanced
                && !type.equals("NodePort")
                && (spec.path("externalIPs").isEmpty() || !type.equals("ClusterIP"))) {
            misplaced(service, "externalTrafficPolicy", type, "NodePort or LoadBalancer");
        }
        if (headless && (balanced || type.equals("NodePort"))) {
            findings.add(
                    service,
                    "spec.clusterIP",
                    Finding.of(
                                    ServiceRule.TYPE,
                                    "A Service of type " + type + " needs an address, but this one is headless.")
                            .hint("Leave headless() out, or make a second Service for the names of the pods."));
        }
        String address = spec.path("clusterIPs").path(0).asText(NO_ADDRESS);
        if (headless && !address.equals(NO_ADDRESS)) {
            findings.add(
                    service,
                    "spec.clusterIPs",
                    Finding.of(
                                    ServiceRule.TYPE,
                                    "A headless Service has no address of its own, but this one has " + address + ".")
                            .hint("Leave out headless() or clusterIps(...)."));
        }
        JsonNode ports = spec.path("ports");
        for (int i = 0; i < ports.size(); i++) {
            int number = ports.path(i).path("nodePort").asInt();
            if (number > 0) {
                checkNodePort(new Place(service, i), number, PodContainer.protocol(ports.path(i)));
            }
        }
    }

    private void misplaced(Manifest service, String field, String type, String wanted) {
        findings.add(
                service,
                "spec." + field,
                Finding.of(
                                ServiceRule.TYPE,
                                "A Service of type " + type + " cannot have " + field + ": that is for the type "
                                        + wanted + ".")
                        .hint("Set the type with type(ServiceType), or leave the field out."));
    }

    private void checkNodePort(Place place, int number, String protocol) {
        Place first = nodePorts.putIfAbsent(number + "/" + protocol, place);
        if (first != null && first.service() != place.service()) {
            findings.add(
                    place.service(),
                    place.field(),
                    Finding.of(
                                    ServiceRule.SAME_NODE_PORT,
                                    "The node port " + number + "/" + protocol + " belongs to " + first.service() + ".")
                            .hint("Choose another number, or leave it out: Kubernetes finds a free one.")
                            .related(first.service().lineOf(first.field()), "it is taken here"));
        }
    }
}
