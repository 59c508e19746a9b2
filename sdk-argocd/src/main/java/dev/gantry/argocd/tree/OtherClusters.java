package dev.gantry.argocd.tree;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Which objects deploy to another cluster than the one that their Argo CD runs in. */
final class OtherClusters {

    private static final Set<String> OWN = Set.of("", "in-cluster", "https://kubernetes.default.svc");

    private OtherClusters() {}

    /** Whether an Application, a project, or the template of a set names another cluster. */
    static boolean isDeployedTo(JsonNode tree) {
        JsonNode spec = tree.path("spec");
        if (isOther(spec.path("destination"))
                || isOther(spec.path("template").path("spec").path("destination"))) {
            return true;
        }
        for (JsonNode destination : spec.path("destinations")) {
            if (isOther(destination)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(JsonNode destination) {
        return isOther(destination.path("name").asText(""))
                || isOther(destination.path("server").asText(""));
    }

    /** Patterns, what is forbidden, and parameters do not tell which cluster it is. */
    private static boolean isOther(String cluster) {
        boolean open = cluster.contains("*") || cluster.startsWith("!") || cluster.contains("{{");
        String plain = cluster.endsWith("/") ? cluster.substring(0, cluster.length() - 1) : cluster;
        return !open && !OWN.contains(plain);
    }
}
