package dev.gantry.engine.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks a server what it serves: in two requests where it knows aggregated discovery, which Kubernetes has had since 1.27,
 * else in one for every version of every group.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api">Discovery</a>
 */
final class DiscoveryReader {

    private static final String ACCEPT = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";
    private static final String ACTION = "ask what the server serves";

    private final Wire wire;
    private final List<ApiResource> resources = new ArrayList<>();
    private final Set<String> unavailable = new TreeSet<>();

    DiscoveryReader(Wire wire) {
        this.wire = wire;
    }

    Discovery read() {
        JsonNode core = wire.send(Call.get(ACTION, "/api", ACCEPT)).object();
        if (isAggregated(core)) {
            aggregated(core);
        } else {
            for (JsonNode version : core.path("versions")) {
                version("", version.asText(), "/api/" + version.asText());
            }
        }
        JsonNode groups = wire.send(Call.get(ACTION, "/apis", ACCEPT)).object();
        if (isAggregated(groups)) {
            aggregated(groups);
        } else {
            groups(groups);
        }
        return ServedKinds.of(resources, unavailable);
    }

    private static boolean isAggregated(JsonNode list) {
        return list.path("kind").asText("").equals("APIGroupDiscoveryList");
    }

    private void aggregated(JsonNode list) {
        for (JsonNode group : list.path("items")) {
            String name = group.path("metadata").path("name").asText("");
            for (JsonNode version : group.path("versions")) {
                if (version.path("freshness").asText("").equals("Stale")) {
                    unavailable.add(name);
                }
                String apiVersion = apiVersion(name, version.path("version").asText());
                for (JsonNode resource : version.path("resources")) {
                    add(
                            apiVersion,
                            resource.path("responseKind").path("kind").asText(""),
                            resource.path("resource").asText(""),
                            resource.path("scope").asText("").equals("Namespaced"),
                            resource.path("verbs"));
                }
            }
        }
    }

    private void groups(JsonNode list) {
        for (JsonNode group : list.path("groups")) {
            String name = group.path("name").asText("");
            Set<String> versions = new LinkedHashSet<>();
            String preferred = group.path("preferredVersion").path("version").asText("");
            if (!preferred.isEmpty()) {
                versions.add(preferred);
            }
            group.path("versions")
                    .forEach(version -> versions.add(version.path("version").asText("")));
            for (String version : versions) {
                version(name, apiVersion(name, version), "/apis/" + name + "/" + version);
            }
        }
    }

    /** A group whose server is down must not keep the others from being known. */
    private void version(String group, String apiVersion, String path) {
        Answer answer = wire.send(Call.get(ACTION, path, Call.JSON));
        if (answer.status() == 404 || answer.status() >= 500) {
            unavailable.add(group);
            return;
        }
        for (JsonNode resource : answer.object().path("resources")) {
            String plural = resource.path("name").asText("");
            if (!plural.contains("/")) {
                add(
                        apiVersion,
                        resource.path("kind").asText(""),
                        plural,
                        resource.path("namespaced").asBoolean(),
                        resource.path("verbs"));
            }
        }
    }

    private void add(String apiVersion, String kind, String plural, boolean namespaced, JsonNode verbs) {
        Set<String> all = new TreeSet<>();
        verbs.forEach(verb -> all.add(verb.asText()));
        if (!kind.isEmpty()) {
            resources.add(new ApiResource(apiVersion, kind, plural, namespaced, all));
        }
    }

    private static String apiVersion(String group, String version) {
        return group.isEmpty() ? version : group + "/" + version;
    }
}
