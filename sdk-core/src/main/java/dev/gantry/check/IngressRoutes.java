package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the Ingresses of one class say of each other. Most controllers have one table for all of them; those of the load
 * balancers of AWS and Google make one for each Ingress.
 */
final class IngressRoutes {

    private static final String CLASS = "kubernetes.io/ingress.class";
    private static final String CANARY = "nginx.ingress.kubernetes.io/canary";

    private final Findings findings;
    private final Map<Route, Place> places = new HashMap<>();

    private static final String ALB = "alb.ingress.kubernetes.io/";
    private static final Set<String> BALANCERS = Set.of("alb", "gce", "gce-internal");

    /** A path of a table; those that share one have the same name for it. */
    private record Route(String table, String host, String type, String path) {}

    private record Place(Manifest ingress, int rule, int path) {

        String field() {
            return "spec.rules[" + rule + "].http.paths[" + path + "].path";
        }
    }

    IngressRoutes(Findings findings) {
        this.findings = findings;
    }

    /** Takes the Ingresses one after the other. */
    void check(Manifest ingress) {
        JsonNode annotations = ingress.tree().path("metadata").path("annotations");
        JsonNode spec = ingress.tree().path("spec");
        String annotated = annotations.path(CLASS).asText();
        String stated = spec.path("ingressClassName").asText();
        if (!annotated.isEmpty() && !stated.isEmpty() && !annotated.equals(stated)) {
            findings.add(
                    ingress,
                    "spec.ingressClassName",
                    Finding.of(
                                    IngressCheckRule.TWO_CLASSES,
                                    "The class is \"" + stated + "\" here, and \"" + annotated + "\" in the annotation "
                                            + CLASS + ".")
                            .hint("Leave the annotation out: ingressClass(...) has taken its place."));
        }
        if (annotations.path(CANARY).asText().equals("true")) {
            return; // shares its paths with the Ingress that it takes traffic from
        }
        String table = table(ingress, stated.isEmpty() ? annotated : stated, annotations);
        JsonNode rules = spec.path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode paths = rules.path(i).path("http").path("paths");
            for (int j = 0; j < paths.size(); j++) {
                String type = paths.path(j).path("pathType").asText();
                Route route = new Route(
                        table,
                        rules.path(i).path("host").asText(),
                        type,
                        path(type, paths.path(j).path("path").asText()));
                Place place = new Place(ingress, i, j);
                Place first = places.putIfAbsent(route, place);
                if (first != null) {
                    repeated(route, first, place);
                }
            }
        }
    }

    private static String table(Manifest ingress, String ingressClass, JsonNode annotations) {
        String group = annotations.path(ALB + "group.name").asText();
        if (!group.isEmpty()) {
            return ALB + group;
        }
        boolean own = BALANCERS.contains(ingressClass);
        for (Map.Entry<String, JsonNode> annotation : annotations.properties()) {
            own |= annotation.getKey().startsWith(ALB);
        }
        return own ? ingress.toString() : ingressClass;
    }

    private static String path(String type, String path) {
        return type.equals("Prefix") && path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    private void repeated(Route route, Place first, Place second) {
        String where = first.ingress() == second.ingress() ? "already" : "in " + first.ingress() + " too";
        findings.add(
                second.ingress(),
                second.field(),
                Finding.of(
                                IngressCheckRule.SAME_PATH,
                                "The path \"" + route.path() + "\" of "
                                        + (route.host().isEmpty() ? "every host" : "the host \"" + route.host() + "\"")
                                        + " is led somewhere " + where + ".")
                        .hint("Lead it to one place. Which of the two counts depends on the controller.")
                        .related(first.ingress().lineOf(first.field()), "it is led somewhere here first"));
    }
}
