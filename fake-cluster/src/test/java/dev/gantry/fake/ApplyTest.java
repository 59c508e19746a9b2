package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Server-side apply; what is expected was seen on a real API server. */
class ApplyTest {

    private static final String A = Client.CONFIG_MAPS + "/a";
    private static final String WEB = Client.DEPLOYMENTS + "/web";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static String map(String data) {
        return "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: " + data + "}";
    }

    private static String deployment(String spec, String containers) {
        return "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {" + spec
                + " selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: "
                + containers + "}}}}";
    }

    @Test
    void should_own_what_was_applied_and_not_what_was_filled_in() {
        Client.Answer answer = client.apply(
                "gantry",
                WEB,
                deployment("replicas: 2,", "[{name: web, image: 'nginx:1', ports: [{containerPort: 80}]}]"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.owners())
                .isEqualTo(
                        "gantry Apply {\"f:spec\":{\"f:replicas\":{},\"f:selector\":{},\"f:template\":{\"f:metadata\":"
                                + "{\"f:labels\":{\"f:app\":{}}},\"f:spec\":{\"f:containers\":{\"k:{\\\"name\\\":\\\"web\\\"}\":{\".\":{},"
                                + "\"f:image\":{},\"f:name\":{},\"f:ports\":{\"k:{\\\"containerPort\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":"
                                + "{\".\":{},\"f:containerPort\":{}}}}}}}}}");
        assertThat(answer.text("spec", "strategy", "type")).isEqualTo("RollingUpdate");
        assertThat(Json.at(answer.body(), "spec", "template", "spec", "containers")
                        .get(0)
                        .path("imagePullPolicy")
                        .asText())
                .isEqualTo("IfNotPresent");
    }

    @Test
    void should_change_nothing_when_the_same_is_applied_again() {
        String body = deployment("", "[{name: web, image: nginx}]");
        JsonNode first = client.apply("gantry", WEB, body).body();

        assertThat(client.apply("gantry", WEB, body).body()).isEqualTo(first);
        assertThat(client.force("gantry", WEB, body).body()).isEqualTo(first);
    }

    @Test
    void should_share_equal_values() {
        client.apply("one", A, map("{k: v, l: w}"));
        Client.Answer answer = client.apply("two", A, map("{k: v}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.owners().lines())
                .containsExactlyInAnyOrder(
                        "one Apply {\"f:data\":{\"f:k\":{},\"f:l\":{}}}", "two Apply {\"f:data\":{\"f:k\":{}}}");

        client.apply("one", A, map("{l: w}"));
        assertThat(client.get(A).text("data", "k")).isEqualTo("v");
        client.apply("two", A, map("{}"));
        assertThat(client.get(A).body().path("data").has("k")).isFalse();
    }

    @Test
    void should_refuse_to_change_what_another_one_owns() {
        client.apply("one", A, map("{k: v}"));
        String before = client.get(A).body().toString();
        Client.Answer answer = client.apply("two", A, map("{k: w}"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).isEqualTo("Apply failed with 1 conflict: conflict with \"one\": .data.k");
        assertThat(Json.at(answer.body(), "details", "causes"))
                .isEqualTo(Json.read("[{\"reason\":\"FieldManagerConflict\",\"message\":\"conflict with \\\"one\\\"\","
                        + "\"field\":\".data.k\"}]"));
        assertThat(client.get(A).body()).hasToString(before);
    }

    @Test
    void should_name_every_owner_in_a_conflict() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}, data: {k: v, l: v}}");
        client.merge(A + "?fieldManager=edit", "{\"data\":{\"m\":\"v\"}}");

        assertThat(client.apply("gantry", A, map("{k: w, l: w, m: w}")).message())
                .isEqualTo("Apply failed with 3 conflicts: conflicts with \"client\" using v1:\n- .data.k\n- .data.l\n"
                        + "conflicts with \"edit\" using v1:\n- .data.m");
    }

    @Test
    void should_take_over_by_force() {
        client.apply("one", A, map("{k: v, l: v}"));
        Client.Answer answer = client.force("two", A, map("{k: w}"));

        assertThat(answer.text("data", "k")).isEqualTo("w");
        assertThat(answer.owners().lines())
                .containsExactlyInAnyOrder(
                        "one Apply {\"f:data\":{\"f:l\":{}}}", "two Apply {\"f:data\":{\"f:k\":{}}}");
    }

    @Test
    void should_remove_what_is_no_longer_applied() {
        client.apply(
                "gantry",
                WEB,
                deployment(
                        "replicas: 3, strategy: {rollingUpdate: {maxSurge: 1}},",
                        "[{name: web, image: a, env: [{name: A, value: b}]}, {name: side, image: b}]"));
        Client.Answer answer = client.apply("gantry", WEB, deployment("", "[{name: web, image: a}]"));

        assertThat(Json.at(answer.body(), "spec", "template", "spec", "containers"))
                .hasSize(1);
        assertThat(Json.at(answer.body(), "spec", "template", "spec", "containers")
                        .get(0)
                        .has("env"))
                .isFalse();
        assertThat(Json.at(answer.body(), "spec", "replicas").asInt()).isEqualTo(1);
        assertThat(answer.text("spec", "strategy", "rollingUpdate", "maxSurge")).isEqualTo("25%");
    }

    @Test
    void should_keep_elements_that_others_added_to_a_list() {
        client.apply("gantry", WEB, deployment("", "[{name: web, image: a}]"));
        client.apply("mesh", WEB, deployment("", "[{name: proxy, image: p}]"));
        Client.Answer answer = client.apply("gantry", WEB, deployment("", "[{name: web, image: b}]"));

        assertThat(Json.at(answer.body(), "spec", "template", "spec", "containers")
                        .findValuesAsText("image"))
                .containsExactlyInAnyOrder("b", "p");
    }

    @Test
    void should_replace_lists_that_are_one_value() {
        client.apply("one", WEB, deployment("", "[{name: web, image: a, args: [x, z]}]"));
        Client.Answer conflict = client.apply("two", WEB, deployment("", "[{name: web, image: a, args: [z]}]"));

        assertThat(conflict.message()).contains(".spec.template.spec.containers[name=\"web\"].args");
    }

    @Test
    void should_keep_what_was_there_before_the_first_apply() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}, data: {k: v, l: v}}");
        client.patch(A, "[{\"op\":\"replace\",\"path\":\"/metadata/managedFields\",\"value\":[{}]}]");
        assertThat(client.get(A).owners()).isEmpty();

        Client.Answer answer = client.apply("gantry", A, map("{k: v}"));
        assertThat(answer.owners().lines())
                .containsExactlyInAnyOrder(
                        "before-first-apply Update {\"f:data\":{\".\":{},\"f:k\":{},\"f:l\":{}}}",
                        "gantry Apply {\"f:data\":{\"f:k\":{}}}");
    }

    @Test
    void should_let_clients_move_owners() {
        client.post(Client.CONFIG_MAPS + "?fieldManager=kubectl", "{metadata: {name: a}, data: {k: v, l: v}}");
        client.apply("gantry", A, map("{k: v}"));
        String version = client.get(A).text("metadata", "resourceVersion");
        Client.Answer moved = client.patch(
                A,
                "[{\"op\":\"replace\",\"path\":\"/metadata/managedFields\",\"value\":[{\"manager\":\"gantry\",\"operation\":"
                        + "\"Apply\",\"apiVersion\":\"v1\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{\"f:data\":{\"f:k\":{},"
                        + "\"f:l\":{}}}}]},{\"op\":\"replace\",\"path\":\"/metadata/resourceVersion\",\"value\":\""
                        + version
                        + "\"}]");

        assertThat(moved.owners()).isEqualTo("gantry Apply {\"f:data\":{\"f:k\":{},\"f:l\":{}}}");
        assertThat(client.apply("gantry", A, map("{k: v}")).body().path("data").has("l"))
                .isFalse();
    }

    @Test
    void should_know_subresources_apart() {
        client.apply("gantry", WEB, deployment("replicas: 2,", "[{name: web, image: a}]"));
        client.merge(
                WEB + "/status?fieldManager=controller", "{\"status\":{\"replicas\":2},\"spec\":{\"replicas\":9}}");
        client.merge(WEB + "/scale?fieldManager=hpa", "{\"spec\":{\"replicas\":5}}");

        Client.Answer answer = client.get(WEB);
        assertThat(answer.owners()).contains("controller Update status {\"f:status\":{\"f:replicas\":{}}}");
        assertThat(answer.owners()).contains("hpa Update scale {\"f:spec\":{\"f:replicas\":{}}}");
        assertThat(Json.at(answer.body(), "spec", "replicas").asInt()).isEqualTo(5);
        assertThat(client.apply("gantry", WEB, deployment("replicas: 2,", "[{name: web, image: a}]"))
                        .message())
                .isEqualTo(
                        "Apply failed with 1 conflict: conflict with \"hpa\" with subresource \"scale\" using apps/v1:"
                                + " .spec.replicas");
    }

    @Test
    void should_only_try_when_asked_to() {
        client.apply("one", A, map("{k: v}"));
        JsonNode before = client.get(A).body();

        assertThat(client.force("two", A + "?dryRun=All", map("{k: w}")).text("data", "k"))
                .isEqualTo("w");
        assertThat(client.apply("two", A + "?dryRun=All", map("{k: w}")).status())
                .isEqualTo(409);
        assertThat(client.apply(
                                "two",
                                Client.CONFIG_MAPS + "/b?dryRun=All",
                                map("{}").replace("name: a", "name: b"))
                        .status())
                .isEqualTo(201);
        assertThat(client.get(A).body()).isEqualTo(before);
        assertThat(client.get(Client.CONFIG_MAPS + "/b").status()).isEqualTo(404);
    }

    @Test
    void should_refuse_what_does_not_fit_the_kind() {
        assertThat(client.apply("g", A, "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, foo: 1}")
                        .message())
                .isEqualTo(
                        "failed to create typed patch object (/a; /v1, Kind=ConfigMap): .foo: field not declared in schema");
        assertThat(client.apply("g", A, map("{k: 1, l: yes}")).message()).isEqualTo("""
                        failed to create typed patch object (/a; /v1, Kind=ConfigMap): errors:
                          .data.k: expected string, got &value.valueUnstructured{Value:1}
                          .data.l: expected string, got &value.valueUnstructured{Value:true}""");
        assertThat(client.apply("g", WEB, deployment("", "[{name: web, image: a}, {name: web, image: b}]"))
                        .message())
                .endsWith(".spec.template.spec.containers: duplicate entries for key [name=\"web\"]");
        assertThat(client.apply("g", A + "?fieldValidation=Strict", map("{k: a, k: b}"))
                        .message())
                .isEqualTo("error strict decoding YAML: error converting YAML to JSON: yaml: unmarshal errors:\n"
                        + "  line 1: key \"k\" already set in map");
        assertThat(client.apply("g", A, map("{k: a}").replace("name: a", "name: a, managedFields: []"))
                        .message())
                .isEqualTo("metadata.managedFields must be nil");
        assertThat(client.send("PATCH", A, "application/apply-patch+yaml", map("{}"))
                        .message())
                .isEqualTo(
                        "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch");
        assertThat(client.apply("g", A, map("{}").replace("v1", "v2")).message())
                .isEqualTo("invalid object type: /v2, Kind=ConfigMap");
    }

    @Test
    void should_keep_the_texts_of_a_secret_as_data_that_nobody_owns() {
        String path = "/api/v1/namespaces/default/secrets/s";
        String body = "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {k: b}}";
        Client.Answer answer = client.apply("gantry", path, body);

        assertThat(answer.text("data", "k")).isEqualTo("Yg==");
        assertThat(answer.body().has("stringData")).isFalse();
        assertThat(answer.owners()).isEqualTo("gantry Apply {\"f:stringData\":{\"f:k\":{}}}");
        assertThat(client.apply("gantry", path, body).body()).isEqualTo(answer.body());
    }
}
