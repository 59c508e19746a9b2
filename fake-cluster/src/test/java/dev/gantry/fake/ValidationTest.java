package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, in the words of a real API server. */
class ValidationTest {

    private static final String NAMESPACED = "/namespaces/default/";
    private static final String POD = "{metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}";
    private static final String WORKLOAD = "spec: {selector: {matchLabels: {a: b}}, template: " + POD + "}";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private String created(String root, String rest) {
        assertThat(client.post(root, "{metadata: {name: x}, " + rest + "}").status())
                .isEqualTo(201);
        return root + "/x";
    }

    private static void assertInvalid(Client.Answer answer, String field, String message) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("reason")).isEqualTo("Invalid");
        assertThat(answer.body().at("/details/causes/0/field").asText()).isEqualTo(field);
        assertThat(answer.body().at("/details/causes/0/message").asText()).isEqualTo(message);
        assertThat(answer.message()).endsWith(" \"x\" is invalid: " + field + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({"deployments", "daemonsets", "replicasets"})
    void should_keep_the_selector_of_a_workload(String plural) {
        String path = created("/apis/apps/v1" + NAMESPACED + plural, WORKLOAD);
        assertInvalid(
                client.merge(
                        path,
                        "{\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"c\"}},\"template\":{\"metadata\":{\"labels\":{\"a\":"
                                + "\"c\"}}}}}"),
                "spec.selector",
                "Invalid value: {\"matchLabels\":{\"a\":\"c\"}}: field is immutable");
    }

    @Test
    void should_keep_most_of_a_stateful_set() {
        String path = created(
                "/apis/apps/v1" + NAMESPACED + "statefulsets",
                WORKLOAD.replace("spec: {sel", "spec: {serviceName: s, sel"));
        assertInvalid(
                client.merge(path, "{\"spec\":{\"serviceName\":\"t\"}}"),
                "spec",
                "Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy',"
                        + " 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
        assertThat(client.merge(path, "{\"spec\":{\"replicas\":3}}").status()).isEqualTo(200);
    }

    @Test
    void should_keep_the_template_of_a_job() {
        String path = created(
                "/apis/batch/v1" + NAMESPACED + "jobs",
                "spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}");
        Client.Answer answer = client.patch(
                path, "[{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/image\",\"value\":\"j\"}]");
        assertThat(answer.body().at("/details/causes/0/field").asText()).isEqualTo("spec.template");
        assertThat(answer.message()).endsWith(": field is immutable");
        assertInvalid(
                client.merge(path, "{\"spec\":{\"completionMode\":\"Indexed\"}}"),
                "spec.completionMode",
                "Invalid value: \"Indexed\": field is immutable");
    }

    @Test
    void should_keep_a_claim_but_let_it_grow_where_its_class_does() {
        String path = created(
                "/api/v1" + NAMESPACED + "persistentvolumeclaims",
                "spec: {accessModes: [ReadWriteOnce], storageClassName: slow, resources: {requests: {storage: 2Gi}}}");
        String start =
                "PersistentVolumeClaim \"x\" is invalid: spec: Forbidden: spec is immutable after creation except"
                        + " resources.requests and volumeAttributesClassName for bound claims\n";
        assertThat(client.merge(path, "{\"spec\":{\"storageClassName\":\"fast\"}}")
                        .message())
                .startsWith(start);
        assertThat(client.merge(path, "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"3Gi\"}}}}")
                        .message())
                .startsWith(start);
        client.merge(path + "/status", "{\"status\":{\"phase\":\"Bound\"}}");
        assertThat(client.merge(path, "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"3Gi\"}}}}")
                        .message())
                .isEqualTo(
                        "persistentvolumeclaims \"x\" is forbidden: only dynamically provisioned pvc can be resized and"
                                + " the storageclass that provisions the pvc must support resize");
        client.post(
                "/apis/storage.k8s.io/v1/storageclasses",
                "{metadata: {name: slow}, provisioner: a/b, allowVolumeExpansion: true}");
        assertThat(client.merge(path, "{\"spec\":{\"resources\":{\"requests\":{\"storage\":\"3Gi\"}}}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void should_keep_addresses_roles_types_and_parameters() {
        assertInvalid(
                client.merge(
                        created("/api/v1" + NAMESPACED + "services", "spec: {ports: [{port: 80}]}"),
                        "{\"spec\":{\"clusterIP\":\"10.0.0.9\",\"clusterIPs\":[\"10.0.0.9\"]}}"),
                "spec.clusterIPs[0]",
                "Invalid value: [\"10.0.0.9\"]: may not change once set");
        assertInvalid(
                client.merge(
                        created(
                                "/apis/rbac.authorization.k8s.io/v1" + NAMESPACED + "rolebindings",
                                "roleRef: {kind: Role, name: a}"),
                        "{\"roleRef\":{\"name\":\"b\"}}"),
                "roleRef",
                "Invalid value: {\"APIGroup\":\"rbac.authorization.k8s.io\",\"Kind\":\"Role\",\"Name\":\"b\"}: cannot change"
                        + " roleRef");
        assertInvalid(
                client.merge(created("/api/v1" + NAMESPACED + "secrets", "type: a/b"), "{\"type\":\"c/d\"}"),
                "type",
                "Invalid value: \"c/d\": field is immutable");
        assertInvalid(
                client.merge(
                        created("/apis/storage.k8s.io/v1/storageclasses", "provisioner: a/b, parameters: {k: v}"),
                        "{\"parameters\":{\"k\":\"w\"}}"),
                "parameters",
                "Invalid value: {\"k\":\"w\"}: field is immutable");
    }

    @Test
    void should_keep_what_is_immutable_because_it_says_so() {
        String path = created(Client.CONFIG_MAPS, "immutable: true, data: {k: v}");
        assertInvalid(
                client.merge(path, "{\"data\":{\"k\":\"w\"}}"),
                "data",
                "Forbidden: field is immutable when `immutable` is set");
        assertInvalid(
                client.merge(path, "{\"immutable\":false}"),
                "immutable",
                "Forbidden: field is immutable when `immutable` is set");
        assertThat(client.merge(path, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void should_refuse_labels_that_are_not_selected_and_names_that_are_none() {
        assertInvalid(
                client.post(
                        Client.DEPLOYMENTS,
                        "{metadata: {name: x}, " + WORKLOAD.replace("labels: {a: b}", "labels: {a: c}") + "}"),
                "spec.template.metadata.labels",
                "Invalid value: {\"a\":\"c\"}: `selector` does not match template `labels`");
        assertThat(client.post(Client.CONFIG_MAPS, "{metadata: {name: A_b}}").message())
                .startsWith(
                        "ConfigMap \"A_b\" is invalid: metadata.name: Invalid value: \"A_b\": a lowercase RFC 1123 subdomain");
        assertThat(client.post(Client.CONFIG_MAPS, "{metadata: {}}").message())
                .isEqualTo(
                        "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required");
        assertThat(client.post(Client.CONFIG_MAPS, "{metadata: {generateName: gen-}}")
                        .text("metadata", "name"))
                .matches("gen-[a-z0-9]{5}");
    }

    @Test
    void should_name_everything_that_is_wrong() {
        assertThat(client.post(Client.DEPLOYMENTS, "{metadata: {name: x}}").message())
                .isEqualTo(
                        "Deployment.apps \"x\" is invalid: [spec.selector: Required value, spec.template.metadata.labels: Invalid"
                                + " value: null: `selector` does not match template `labels`, spec.template.spec.containers: Required value]");
    }

    @Test
    void should_refuse_what_is_too_large() {
        String much = "x".repeat(300_000);
        assertThat(sent(Client.CONFIG_MAPS, "{\"metadata\":{\"name\":\"x\",\"annotations\":{\"a\":\"" + much + "\"}}}")
                        .message())
                .isEqualTo(
                        "ConfigMap \"x\" is invalid: metadata.annotations: Too long: may not be more than 262144 bytes");
        assertThat(sent(
                                Client.CONFIG_MAPS,
                                "{\"metadata\":{\"name\":\"x\"},\"data\":{\"a\":\"" + much.repeat(5) + "\"}}")
                        .message())
                .isEqualTo("ConfigMap \"x\" is invalid: []: Too long: may not be more than 1048576 bytes");
        ObjectNode deployment = Json.yaml("{metadata: {name: x}, " + WORKLOAD + "}");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
                .putArray("args")
                .add(much.repeat(6));
        Client.Answer huge = sent(Client.DEPLOYMENTS, deployment.toString());
        assertThat(huge.status()).isEqualTo(500);
        assertThat(huge.message()).isEqualTo("etcdserver: request is too large");
    }

    private Client.Answer sent(String path, String json) {
        return client.send("POST", path, "application/json", json);
    }
}
