package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private JsonNode as(String path, String accept) {
        return client.send("GET", path, "", "", "Accept", accept).body();
    }

    @Test
    void should_tell_groups_versions_and_kinds() {
        assertThat(client.get("/healthz").response().body()).isEqualTo("ok");
        assertThat(client.get("/version").text("major")).isEqualTo("1");
        assertThat(client.get("/api").body().at("/versions/0").asText()).isEqualTo("v1");
        assertThat(client.get("/apis").body().findValuesAsText("name")).contains("apps", "batch", "policy");
        assertThat(client.get("/apis/autoscaling")
                        .body()
                        .at("/preferredVersion/version")
                        .asText())
                .isEqualTo("v2");
        assertThat(client.get("/apis/apps/v1").body().path("resources").findValuesAsText("name"))
                .contains("deployments", "deployments/scale", "deployments/status");
        assertThat(client.get("/apis/nothing.example.com/v1").status()).isEqualTo(404);
    }

    @Test
    void should_tell_everything_at_once() {
        JsonNode list = as("/apis", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList");
        assertThat(list.path("kind").asText()).isEqualTo("APIGroupDiscoveryList");
        assertThat(list.findValuesAsText("resource"))
                .contains("deployments", "ingresses")
                .doesNotContain("pods");
        assertThat(as("/api", "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
                        .findValuesAsText("resource"))
                .contains("pods");
    }

    @Test
    void should_tell_that_the_server_checks_fields() {
        assertThat(client.get("/openapi/v3")
                        .body()
                        .path("paths")
                        .path("apis/apps/v1")
                        .path("serverRelativeURL")
                        .asText())
                .isEqualTo("/openapi/v3/apis/apps/v1?hash=0");
        assertThat(client.get("/openapi/v3/apis/apps/v1?hash=0").body().findValuesAsText("name"))
                .contains("fieldValidation");
    }

    @Test
    void should_show_objects_as_tables_or_metadata() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a, labels: {k: v}}, data: {x: z}}");
        JsonNode table = as(Client.CONFIG_MAPS, "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");
        assertThat(table.path("columnDefinitions").findValuesAsText("name")).containsExactly("Name", "Data", "Age");
        assertThat(table.at("/rows/0/cells/0").asText()).isEqualTo("a");

        JsonNode list = as(Client.CONFIG_MAPS, "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1");
        assertThat(list.path("kind").asText()).isEqualTo("PartialObjectMetadataList");
        assertThat(list.at("/items/0/metadata/labels/k").asText()).isEqualTo("v");
        assertThat(list.at("/items/0").has("data")).isFalse();
    }

    @Test
    void should_show_the_columns_of_a_definition() throws Exception {
        cluster.create("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: widgets.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: widgets, kind: Widget, singular: widget, listKind: WidgetList}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                    additionalPrinterColumns:
                    - {name: Size, type: integer, jsonPath: .spec.size}
                """);
        cluster.create("{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}, spec: {size: 3}}");

        JsonNode table = as(
                "/apis/example.com/v1/namespaces/default/widgets",
                "application/json;as=Table;v=v1;g=meta.k8s.io,application/json");

        assertThat(table.at("/columnDefinitions/1/name").asText()).isEqualTo("Size");
        assertThat(table.at("/rows/0/cells").toString()).isEqualTo("[\"a\",\"3\"]");
    }

    @Test
    void should_tell_somebody_what_he_may_do() {
        cluster.access().forbid("delete", "pods");

        JsonNode rules = client.post(
                        "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
                        "{apiVersion: authorization.k8s.io/v1, kind: SelfSubjectRulesReview, spec: {namespace: default}}")
                .body()
                .at("/status/resourceRules");

        for (JsonNode rule : rules) {
            if (rule.at("/resources/0").asText().equals("pods")) {
                assertThat(rule.path("verbs").toString()).contains("\"list\"").doesNotContain("\"delete\"");
            }
        }
        assertThat(rules).isNotEmpty();
    }

    @Test
    void should_convert_between_versions() {
        client.post(
                "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers",
                "{metadata: {name: h}, spec: {maxReplicas: 3, targetCPUUtilizationPercentage: 50, scaleTargetRef: {apiVersion: apps/v1,"
                        + " kind: Deployment, name: d}}}");
        assertThat(client.get("/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers/h")
                        .body()
                        .at("/spec/metrics/0/resource/target/averageUtilization")
                        .asInt())
                .isEqualTo(50);
    }

    @Test
    void should_write_a_kubeconfig(@TempDir Path folder) throws Exception {
        Path file = cluster.kubeconfig(folder.resolve("config"));
        assertThat(Files.readString(file)).contains("server: " + cluster.url(), "current-context: fake");
    }

    @Test
    void should_scale() {
        client.post(
                Client.DEPLOYMENTS,
                "{metadata: {name: d}, spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers:"
                        + " [{name: c, image: i}]}}}}");
        Client.Answer scale = client.get(Client.DEPLOYMENTS + "/d/scale");
        assertThat(scale.text("kind")).isEqualTo("Scale");
        assertThat(scale.text("status", "selector")).isEqualTo("a=b");
        client.put(Client.DEPLOYMENTS + "/d/scale", "{metadata: {name: d}, spec: {replicas: 4}}");
        assertThat(client.get(Client.DEPLOYMENTS + "/d")
                        .body()
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(4);
    }
}
