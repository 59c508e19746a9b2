package dev.gantry.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DiscoveryTest {

    private static final String CORE = """
            {"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1","resources":[
             {"resource":"configmaps","responseKind":{"kind":"ConfigMap"},"scope":"Namespaced","verbs":["get","list"]},
             {"resource":"bindings","responseKind":{"kind":"Binding"},"scope":"Namespaced","verbs":["create"]},
             {"resource":"nodes","responseKind":{"kind":"Node"},"scope":"Cluster","verbs":["list"],
              "subresources":[{"subresource":"status","responseKind":{"kind":"Node"},"verbs":["get"]}]}]}]}]}""";

    private static final String GROUPS = """
            {"kind":"APIGroupDiscoveryList","items":[
             {"metadata":{"name":"autoscaling"},"versions":[
              {"version":"v2","resources":[{"resource":"horizontalpodautoscalers","scope":"Namespaced","verbs":["list"],
                "responseKind":{"kind":"HorizontalPodAutoscaler"}}],"freshness":"Current"},
              {"version":"v1","resources":[{"resource":"horizontalpodautoscalers","scope":"Namespaced","verbs":["list"],
                "responseKind":{"kind":"HorizontalPodAutoscaler"}}],"freshness":"Current"}]},
             {"metadata":{"name":"metrics.k8s.io"},"versions":[{"version":"v1beta1","freshness":"Stale"}]}]}""";

    private static final ApiResource CONFIG_MAP =
            new ApiResource("v1", "ConfigMap", "configmaps", true, Set.of("get", "list"));

    @Test
    void should_know_all_kinds_from_two_requests() throws Exception {
        try (StubServer server = StubServer.start(answers(Map.of("/api", CORE, "/apis", GROUPS)));
                HttpCluster cluster = Clusters.open(server.url())) {
            Discovery discovery = cluster.discovery();

            assertThat(cluster.discovery()).isSameAs(discovery);
            assertThat(server.requests()).hasSize(2);
            assertThat(server.last().headers().get("accept"))
                    .contains("g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
            assertThat(discovery.resource("v1", "ConfigMap")).contains(CONFIG_MAP);
            assertThat(discovery.resource("v1", "Node").orElseThrow().namespaced())
                    .isFalse();
            assertThat(discovery.resource("v1", "Deployment")).isEmpty();
            assertThat(discovery.versions("autoscaling", "HorizontalPodAutoscaler"))
                    .containsExactly("autoscaling/v2", "autoscaling/v1");
            assertThat(discovery
                            .preferred("autoscaling", "HorizontalPodAutoscaler")
                            .orElseThrow()
                            .apiVersion())
                    .isEqualTo("autoscaling/v2");
            assertThat(discovery.all())
                    .extracting(ApiResource::plural)
                    .containsExactly("configmaps", "nodes", "horizontalpodautoscalers");
            assertThat(discovery.unavailableGroups()).containsExactly("metrics.k8s.io");
        }
    }

    @Test
    void should_ask_again_when_it_is_told_to() throws Exception {
        try (StubServer server = StubServer.start(answers(Map.of("/api", CORE, "/apis", GROUPS)));
                HttpCluster cluster = Clusters.open(server.url())) {
            cluster.discovery();
            cluster.discoverAgain();
            cluster.discovery();

            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void should_understand_servers_that_list_group_by_group() throws Exception {
        Map<String, String> old = Map.of(
                "/api",
                "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}",
                "/api/v1",
                """
                {"kind":"APIResourceList","resources":[
                 {"name":"configmaps","kind":"ConfigMap","namespaced":true,"verbs":["get","list"]},
                 {"name":"nodes/status","kind":"Node","namespaced":false,"verbs":["get"]}]}""",
                "/apis",
                """
                {"kind":"APIGroupList","groups":[{"name":"batch","preferredVersion":{"version":"v1"},
                  "versions":[{"version":"v1beta1"},{"version":"v1"}]},
                 {"name":"metrics.k8s.io","versions":[{"version":"v1beta1"}]}]}""",
                "/apis/batch/v1",
                "{\"resources\":[{\"name\":\"jobs\",\"kind\":\"Job\",\"namespaced\":true,\"verbs\":[\"list\"]}]}",
                "/apis/batch/v1beta1",
                "{\"resources\":[{\"name\":\"jobs\",\"kind\":\"Job\",\"namespaced\":true,\"verbs\":[\"list\"]}]}");
        try (StubServer server = StubServer.start(answers(old));
                HttpCluster cluster = Clusters.open(server.url())) {
            Discovery discovery = cluster.discovery();

            assertThat(discovery.resource("v1", "ConfigMap")).contains(CONFIG_MAP);
            assertThat(discovery.resource("v1", "Node")).isEmpty();
            assertThat(discovery.versions("batch", "Job")).containsExactly("batch/v1", "batch/v1beta1");
            assertThat(discovery.unavailableGroups()).containsExactly("metrics.k8s.io");
        }
    }

    @Test
    void should_fail_where_nobody_may_ask() throws Exception {
        try (StubServer server = StubServer.start(request -> Reply.status(403, "Forbidden", "no"));
                HttpCluster cluster = Clusters.open(server.url())) {
            assertThat(catchThrowableOfType(ApiFailure.class, cluster::discovery)
                            .action())
                    .isEqualTo("ask what the server serves");
        }
    }

    private static Function<Received, Reply> answers(Map<String, String> byPath) {
        return request -> byPath.containsKey(request.path())
                ? Reply.json(200, byPath.get(request.path()))
                : Reply.json(503, "service unavailable");
    }
}
