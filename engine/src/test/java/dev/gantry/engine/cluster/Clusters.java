package dev.gantry.engine.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.kubeconfig.Target;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Clusters and objects for tests. */
final class Clusters {

    static final ApiResource CONFIG_MAP =
            new ApiResource("v1", "ConfigMap", "configmaps", true, Set.of("get", "list", "patch"));
    static final ApiResource SECRET = new ApiResource("v1", "Secret", "secrets", true, Set.of("get", "list", "patch"));
    static final ApiResource DEPLOYMENT =
            new ApiResource("apps/v1", "Deployment", "deployments", true, Set.of("get", "list", "patch"));
    static final ApiResource CLUSTER_ROLE = new ApiResource(
            "rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles", false, Set.of("get", "list", "patch"));

    private Clusters() {}

    static HttpCluster open(URI server) {
        return open(server, Duration.ofSeconds(10));
    }

    static HttpCluster open(URI server, Duration limit) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        Target target = new Target("test", server, "default", none, null, none, null, List.of(), null, null, null);
        Wire wire = new Wire(Clients.open(target, Time.system()), server, limit, Pace.of(Time.system(), 8, 0));
        return new HttpCluster(wire, new Connection("test", server.toString(), "default", null));
    }

    static ObjectRef configMap(String name) {
        return new ObjectRef(CONFIG_MAP, "shop", name);
    }

    static Write apply(String name) {
        return Write.apply(configMap(name), tree("""
                {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s","namespace":"shop"},"data":{"a":"b"}}""".formatted(name)), "gantry");
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) Wire.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
