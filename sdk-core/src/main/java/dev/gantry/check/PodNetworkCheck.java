package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Syntax;
import java.util.HashMap;
import java.util.Map;

/** Looks at how pods look up names, and at the ports of nodes that they take. */
final class PodNetworkCheck {

    private static final int MOST_NAME_SERVERS = 3;

    private final PodFindings findings;

    PodNetworkCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(Workload workload) {
        JsonNode pod = workload.podSpec();
        JsonNode servers = pod.path("dnsConfig").path("nameservers");
        if (pod.path("dnsPolicy").asText().equals("None") && servers.isEmpty()) {
            add(
                    workload,
                    "dnsPolicy",
                    "The DNS policy None takes all name servers from dnsConfig, and there are none.",
                    "Call dnsConfig(d -> d.nameservers(...)), or pass another policy.");
        }
        if (servers.size() > MOST_NAME_SERVERS) {
            add(
                    workload,
                    "dnsConfig.nameservers",
                    "There are " + servers.size() + " name servers; " + MOST_NAME_SERVERS + " are allowed.",
                    "Leave some out.");
        }
        for (int i = 0; i < servers.size(); i++) {
            checkAddress(workload, servers.path(i), "dnsConfig.nameservers[" + i + "]");
        }
        JsonNode aliases = pod.path("hostAliases");
        for (int i = 0; i < aliases.size(); i++) {
            checkAlias(workload, aliases.path(i), "hostAliases[" + i + "]");
        }
        checkHostPorts(workload, pod.path("hostNetwork").asBoolean());
    }

    private void checkAlias(Workload workload, JsonNode alias, String path) {
        checkAddress(workload, alias.path("ip"), path + ".ip");
        JsonNode names = alias.path("hostnames");
        for (int i = 0; i < names.size(); i++) {
            String problem = Syntax.DNS_SUBDOMAIN.problem(names.path(i).asText(""));
            String field = path + ".hostnames[" + i + "]";
            if (problem != null && isNew(workload, field)) {
                add(
                        workload,
                        field,
                        "The host name \"" + names.path(i).asText() + "\" " + problem + ".",
                        "Give a DNS name in small letters, such as db.example.com.");
            }
        }
    }

    private void checkAddress(Workload workload, JsonNode address, String field) {
        String problem = Syntax.IP_ADDRESS.problem(address.asText(""));
        if (problem != null && isNew(workload, field)) {
            add(
                    workload,
                    field,
                    "\"" + address.asText("") + "\" " + problem + ".",
                    "Give an address such as 192.0.2.7 or 2001:db8::7.");
        }
    }

    /** Whether nothing was found wrong with a field when it was written. */
    private static boolean isNew(Workload workload, String field) {
        return !workload.manifest().hasFlaw(workload.podSpecPath() + "." + field);
    }

    private void checkHostPorts(Workload workload, boolean hostNetwork) {
        Map<String, PodContainer> taken = Map.of();
        for (PodContainer container : workload.containers()) {
            for (int i = 0; i < container.ports().size(); i++) {
                JsonNode port = container.ports().path(i);
                int number = port.path("hostPort").asInt();
                if (number == 0) {
                    continue;
                }
                String field = "ports[" + i + "].hostPort";
                if (hostNetwork && number != port.path("containerPort").asInt()) {
                    addPort(
                            container,
                            field,
                            "The pod has the network of its node, so the port "
                                    + port.path("containerPort").asText() + " cannot be " + number + " there.",
                            "Leave out hostPort(...), or give the same number.");
                } else if (!hostNetwork && container.list().equals("containers")) {
                    String key = number + "/" + PodContainer.protocol(port) + " "
                            + port.path("hostIP").asText("");
                    taken = taken.isEmpty() ? new HashMap<>() : taken;
                    PodContainer first = taken.putIfAbsent(key, container);
                    if (first != null) {
                        addPort(
                                container,
                                field,
                                "Another port of the pod takes the port " + number + "/" + PodContainer.protocol(port)
                                        + " of the node, in the container \"" + first.name() + "\".",
                                "Give each a port of its own.");
                    }
                }
            }
        }
    }

    private void addPort(PodContainer container, String field, String message, String hint) {
        findings.add(container, field, PodRule.HOST_PORT, message, hint);
    }

    private void add(Workload workload, String field, String message, String hint) {
        findings.add(workload, field, PodRule.NAMES, message, hint);
    }
}
