package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrictnessTest {

    private static final String JSON = "application/json";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void should_drop_unknown_fields_and_warn() {
        Client.Answer answer = client.post(Client.CONFIG_MAPS, "{metadata: {name: a, foo: bar}, dota: {k: v}}");

        assertThat(answer.body().has("dota")).isFalse();
        assertThat(answer.response().headers().allValues("Warning"))
                .containsExactly(
                        "299 - \"unknown field \\\"metadata.foo\\\"\"", "299 - \"unknown field \\\"dota\\\"\"");
        assertThat(client.post(Client.CONFIG_MAPS + "?fieldValidation=Ignore", "{metadata: {name: b}, dota: {k: v}}")
                        .response()
                        .headers()
                        .allValues("Warning"))
                .isEmpty();
    }

    @Test
    void should_refuse_unknown_and_repeated_fields_when_strict() {
        String path = Client.CONFIG_MAPS + "?fieldValidation=Strict";
        Client.Answer answer = client.send(
                "POST", path, JSON, "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"v\",\"k\":\"w\"},\"x\":1}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo(
                        "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: duplicate field"
                                + " \"data.k\", unknown field \"x\"");
        assertThat(client.post(
                                Client.DEPLOYMENTS + "?fieldValidation=Strict",
                                "{metadata: {name: a}, spec: {template: {spec: {containers: [{name: a, imag: b}]}}}}")
                        .message())
                .endsWith("unknown field \"spec.template.spec.containers[0].imag\"");
    }

    @Test
    void should_refuse_values_of_another_type() {
        assertThat(client.post(Client.DEPLOYMENTS, "{metadata: {name: a}, spec: {replicas: '2'}}")
                        .message())
                .isEqualTo(
                        "Deployment in version \"v1\" cannot be handled as a Deployment: json: cannot unmarshal string into Go"
                                + " struct field DeploymentSpec.spec.replicas of type int32");
        assertThat(client.post(Client.CONFIG_MAPS, "{metadata: {name: a}, data: [k]}")
                        .message())
                .endsWith("json: cannot unmarshal array into Go struct field ConfigMap.data of type map[string]string");
        assertThat(client.post("/api/v1/namespaces/default/secrets", "{metadata: {name: a}, data: {k: '%%'}}")
                        .message())
                .endsWith("illegal base64 data at input byte 0");
    }

    @Test
    void should_refuse_another_kind_and_another_place() {
        assertThat(client.post(Client.CONFIG_MAPS, "{apiVersion: v1, kind: Secret, metadata: {name: a}}")
                        .message())
                .startsWith("Secret in version \"v1\" cannot be handled as a ConfigMap");
        assertThat(client.post(Client.CONFIG_MAPS, "{metadata: {name: a, namespace: other}}")
                        .message())
                .isEqualTo("the namespace of the provided object does not match the namespace sent on the request");
        assertThat(client.put(Client.CONFIG_MAPS + "/a", "{metadata: {name: b}}")
                        .message())
                .isEqualTo("the name of the object (b) does not match the name on the URL (a)");
        assertThat(client.get("/apis/apps/v1/nothings").message())
                .isEqualTo("the server could not find the requested resource");
        assertThat(client.get("/apis/extensions/v1beta1/deployments").response().body())
                .isEqualTo("404 page not found\n");
        assertThat(client.put(Client.CONFIG_MAPS, "{}").status()).isEqualTo(405);
        assertThat(client.send("GET", Client.CONFIG_MAPS, "", "", "Accept", "application/xml")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void should_drop_what_is_as_good_as_nothing() {
        Client.Answer answer = client.post(
                Client.DEPLOYMENTS,
                "{metadata: {name: a, labels: {}}, spec: {replicas: 0, minReadySeconds: 0, selector: {matchLabels: {k: v}}, template:"
                        + " {metadata: {labels: {k: v}}, spec: {hostNetwork: false, securityContext: {}, containers: [{name: c,"
                        + " image: i, env: [{name: E, value: ''}], args: []}]}}}}");

        assertThat(answer.body().path("metadata").has("labels")).isFalse();
        assertThat(answer.body().path("spec").path("replicas").asInt(-1)).isZero();
        assertThat(answer.body().path("spec").has("minReadySeconds")).isFalse();
        assertThat(answer.body().at("/spec/template/spec").has("hostNetwork")).isFalse();
        assertThat(answer.body().at("/spec/template/spec").has("securityContext"))
                .isTrue();
        assertThat(answer.body().at("/spec/template/spec/containers/0").has("args"))
                .isFalse();
        assertThat(answer.body().at("/spec/template/spec/containers/0/env/0").has("value"))
                .isFalse();
    }

    @Test
    void should_refuse_a_body_of_more_than_three_mebibytes() {
        Client.Answer answer = client.send(
                "POST",
                Client.CONFIG_MAPS,
                JSON,
                "{\"metadata\":{\"name\":\"a\"},\"data\":{\"k\":\"" + "x".repeat(3_200_000) + "\"}}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.message()).isEqualTo("Request entity too large: limit is 3145728");
    }
}
