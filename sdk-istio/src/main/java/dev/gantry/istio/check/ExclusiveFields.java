package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Fields of which an object may have one only. An API server that knows Istio's kinds turns away those that have more. */
final class ExclusiveFields {

    /** In a path, all entries of a list or an object. */
    private static final String ALL = "*";

    private static final List<Row> ROWS = rows();

    /**
     * Fields that exclude each other.
     *
     * @param path the object that has them, from the root
     * @param sides fields of one side, with spaces between, go together, and exclude those of the others
     */
    private record Row(String group, String kind, String path, List<String> sides) {}

    private final Model model;
    private final Findings findings;

    ExclusiveFields(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    void check() {
        for (Row row : ROWS) {
            for (Manifest manifest : model.ofKind(row.group(), row.kind())) {
                walk(manifest, row, manifest.tree(), "", row.path());
            }
        }
    }

    private void walk(Manifest manifest, Row row, JsonNode node, String place, String rest) {
        if (rest.isEmpty()) {
            compare(manifest, row, node, place);
            return;
        }
        int dot = rest.indexOf('.');
        String step = dot < 0 ? rest : rest.substring(0, dot);
        String further = dot < 0 ? "" : rest.substring(dot + 1);
        if (!step.equals(ALL)) {
            if (node.has(step)) {
                walk(manifest, row, node.path(step), place.isEmpty() ? step : place + "." + step, further);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(manifest, row, node.path(i), place + "[" + i + "]", further);
            }
        } else {
            node.properties()
                    .forEach(entry -> walk(manifest, row, entry.getValue(), place + "." + entry.getKey(), further));
        }
    }

    private void compare(Manifest manifest, Row row, JsonNode node, String place) {
        List<String> present = new ArrayList<>(1);
        for (String side : row.sides()) {
            for (String field : side.split(" ", -1)) {
                if (node.hasNonNull(field)) {
                    present.add(field);
                    break;
                }
            }
        }
        if (present.size() > 1) {
            String first = place + "." + present.get(0);
            findings.add(
                    manifest,
                    place + "." + present.get(1),
                    Finding.of(
                                    TrafficRule.EXCLUSIVE_FIELDS,
                                    "Only one of " + String.join(" and ", present) + " can be set.")
                            .hint("Leave all but one of them out, or make an object of each.")
                            .related(manifest.lineOf(first), present.get(0) + " is set here"));
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String kind : List.of("AuthorizationPolicy", "RequestAuthentication")) {
            rows.add(new Row(IstioChecks.SECURITY, kind, "spec", List.of("selector", "targetRef", "targetRefs")));
        }
        rows.add(new Row(
                IstioChecks.SECURITY,
                "AuthorizationPolicy",
                "spec.rules.*.from.*.source",
                List.of("serviceAccounts notServiceAccounts", "principals notPrincipals namespaces notNamespaces")));
        rows.add(new Row(
                IstioChecks.SECURITY,
                "RequestAuthentication",
                "spec.jwtRules.*",
                List.of("jwksUri", "jwks_uri", "jwks")));
        rows.add(new Row(IstioChecks.TELEMETRY, "Telemetry", "spec", List.of("selector", "targetRef", "targetRefs")));
        rows.add(new Row(
                IstioChecks.TELEMETRY,
                "Telemetry",
                "spec.metrics.*.overrides.*.match",
                List.of("metric", "customMetric")));
        rows.add(new Row(
                IstioChecks.TELEMETRY,
                "Telemetry",
                "spec.tracing.*.customTags.*",
                List.of("literal", "environment", "header", "formatter")));
        addTraffic(rows);
        addPolicies(rows);
        addRoutes(rows);
        return List.copyOf(rows);
    }

    private static void addTraffic(List<Row> rows) {
        rows.add(networking("Gateway", "spec.servers.*.tls", "credentialName", "credentialNames"));
        rows.add(networking("Sidecar", "spec.ingress.*.tls", "credentialName", "credentialNames"));
        rows.add(networking("Sidecar", "spec.ingress.*.tls", "credentialName credentialNames", "tlsCertificates"));
        rows.add(networking("ServiceEntry", "spec", "workloadSelector", "endpoints"));
        rows.add(networking("EnvoyFilter", "spec", "workloadSelector", "targetRefs"));
        rows.add(networking(
                "EnvoyFilter", "spec.configPatches.*.match", "listener", "routeConfiguration", "cluster", "waypoint"));
    }

    private static void addPolicies(List<Row> rows) {
        for (String policy : List.of("spec.trafficPolicy", "spec.subsets.*.trafficPolicy")) {
            for (String place : List.of(policy, policy + ".portLevelSettings.*")) {
                String balancer = place + ".loadBalancer";
                String hash = balancer + ".consistentHash";
                rows.add(networking("DestinationRule", balancer, "simple", "consistentHash", "backendUtilization"));
                rows.add(networking(
                        "DestinationRule",
                        hash,
                        "httpHeaderName",
                        "httpCookie",
                        "useSourceIp",
                        "httpQueryParameterName"));
                rows.add(networking("DestinationRule", hash, "ringHash", "maglev"));
            }
        }
    }

    private static void addRoutes(List<Row> rows) {
        rows.add(networking("VirtualService", "spec.http.*.redirect", "port", "derivePort"));
        rows.add(networking("VirtualService", "spec.http.*.directResponse.body", "string", "bytes"));
        rows.add(networking("VirtualService", "spec.http.*.fault.abort", "httpStatus", "grpcStatus", "http2Error"));
        rows.add(networking("VirtualService", "spec.http.*.fault.delay", "fixedDelay", "exponentialDelay"));
        for (String match : List.of(
                "match.*.uri",
                "match.*.scheme",
                "match.*.method",
                "match.*.authority",
                "match.*.headers.*",
                "match.*.withoutHeaders.*",
                "match.*.queryParams.*",
                "corsPolicy.allowOrigins.*")) {
            rows.add(networking("VirtualService", "spec.http.*." + match, "exact", "prefix", "regex"));
        }
    }

    private static Row networking(String kind, String path, String... sides) {
        return new Row(IstioChecks.NETWORKING, kind, path, List.of(sides));
    }
}
