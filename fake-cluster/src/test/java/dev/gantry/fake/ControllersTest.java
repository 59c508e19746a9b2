package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.fake.controller.Pace;
import dev.gantry.fake.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ControllersTest {

    private static final String WEB = Client.DEPLOYMENTS + "/web";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void createDeployment() {
        client.post(
                Client.DEPLOYMENTS,
                "{metadata: {name: web}, spec: {replicas: 2, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}},"
                        + " spec: {containers: [{name: c, image: i}]}}}}");
    }

    private static String condition(JsonNode object, String type) {
        for (JsonNode condition : Json.at(object, "status", "conditions")) {
            if (Json.text(condition, "type").equals(type)) {
                return Json.text(condition, "status") + " " + Json.text(condition, "reason");
            }
        }
        return "";
    }

    @Test
    void should_leave_a_status_alone_at_first() {
        createDeployment();
        assertThat(client.get(WEB).body().path("status")).isEmpty();
    }

    @Test
    void should_make_workloads_ready_at_once() {
        cluster.controllers().workloads(Pace.atOnce());
        createDeployment();
        JsonNode object = client.get(WEB).body();

        assertThat(object.at("/status/availableReplicas").asInt()).isEqualTo(2);
        assertThat(object.at("/status/observedGeneration").asInt()).isEqualTo(1);
        assertThat(condition(object, "Available")).isEqualTo("True MinimumReplicasAvailable");
        client.merge(WEB, "{\"spec\":{\"replicas\":3}}");
        assertThat(client.get(WEB).body().at("/status/readyReplicas").asInt()).isEqualTo(3);
    }

    @Test
    void should_make_workloads_ready_after_some_reads_of_each_state() {
        cluster.controllers().workloads(Pace.afterReads(2));
        createDeployment();
        assertThat(condition(client.get(WEB).body(), "Available")).startsWith("False");
        assertThat(condition(client.get(Client.DEPLOYMENTS).body().at("/items/0"), "Available"))
                .startsWith("False");
        assertThat(condition(client.get(WEB).body(), "Available")).startsWith("True");

        client.merge(WEB, "{\"spec\":{\"replicas\":3}}");
        assertThat(condition(client.get(WEB).body(), "Available")).startsWith("False");
    }

    @Test
    void should_let_one_workload_fail() {
        cluster.controllers().workloads(Pace.never()).workload("deployments.apps", "default", "web", Pace.failing());
        createDeployment();
        assertThat(condition(client.get(WEB).body(), "Progressing")).isEqualTo("False ProgressDeadlineExceeded");

        client.post(
                "/api/v1/namespaces/default/pods", "{metadata: {name: p}, spec: {containers: [{name: c, image: i}]}}");
        JsonNode pod = client.get("/api/v1/namespaces/default/pods/p").body();
        assertThat(pod.at("/status/containerStatuses/0/state/waiting/reason").asText())
                .isEqualTo("ContainerCreating");
    }

    @Test
    void should_know_the_other_workloads() {
        cluster.controllers().workloads(Pace.atOnce());
        String spec =
                "spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c,"
                        + " image: i}]}}}}";
        client.post("/apis/apps/v1/namespaces/default/statefulsets", "{metadata: {name: s}, " + spec);
        client.post("/apis/apps/v1/namespaces/default/daemonsets", "{metadata: {name: d}, " + spec);
        client.post(
                "/apis/batch/v1/namespaces/default/jobs",
                "{metadata: {name: j}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}");

        JsonNode set =
                client.get("/apis/apps/v1/namespaces/default/statefulsets/s").body();
        assertThat(set.at("/status/currentRevision")).isEqualTo(set.at("/status/updateRevision"));
        assertThat(client.get("/apis/apps/v1/namespaces/default/daemonsets/d")
                        .body()
                        .at("/status/numberReady")
                        .asInt())
                .isEqualTo(1);
        assertThat(condition(
                        client.get("/apis/batch/v1/namespaces/default/jobs/j").body(), "Complete"))
                .startsWith("True");
    }

    @Test
    void should_bind_claims_and_give_addresses() {
        cluster.controllers().claims(Pace.atOnce()).loadBalancers(Pace.atOnce());
        client.post(
                "/api/v1/namespaces/default/persistentvolumeclaims",
                "{metadata: {name: p}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}");
        client.post(
                "/api/v1/namespaces/default/services",
                "{metadata: {name: s}, spec: {type: LoadBalancer, ports: [{port: 80}]}}");

        assertThat(client.get("/api/v1/namespaces/default/persistentvolumeclaims/p")
                        .text("status", "phase"))
                .isEqualTo("Bound");
        assertThat(client.get("/api/v1/namespaces/default/services/s")
                        .body()
                        .at("/status/loadBalancer/ingress/0/ip")
                        .asText())
                .isNotEmpty();
    }

    private String uid(String name) {
        return client.get(Client.CONFIG_MAPS + "/" + name).text("metadata", "uid");
    }

    private void createOwned(String name, String owner) {
        client.post(
                Client.CONFIG_MAPS,
                "{metadata: {name: " + name + ", ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: " + owner
                        + ", uid: " + uid(owner) + "}]}}");
    }

    private boolean exists(String name) {
        return client.get(Client.CONFIG_MAPS + "/" + name).status() == 200;
    }

    @Test
    void should_collect_what_belongs_to_something_that_is_gone() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        createOwned("b", "a");
        createOwned("c", "b");
        client.delete(Client.CONFIG_MAPS + "/a");

        assertThat(exists("b")).isFalse();
        assertThat(exists("c")).isFalse();
    }

    @Test
    void should_collect_what_is_made_for_something_that_is_gone_already() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        String gone = uid("a");
        client.delete(Client.CONFIG_MAPS + "/a");
        client.post(
                Client.CONFIG_MAPS,
                "{metadata: {name: b, ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: a, uid: " + gone
                        + "}]}}");

        assertThat(exists("b")).isFalse();
    }

    @Test
    void should_orphan_when_asked_to() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        createOwned("b", "a");
        client.delete(Client.CONFIG_MAPS + "/a?propagationPolicy=Orphan");

        assertThat(exists("a")).isFalse();
        assertThat(client.get(Client.CONFIG_MAPS + "/b").body().path("metadata").has("ownerReferences"))
                .isFalse();
    }

    @Test
    void should_delete_dependents_first_when_asked_to() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        createOwned("b", "a");
        client.merge(Client.CONFIG_MAPS + "/b", "{\"metadata\":{\"finalizers\":[\"x.y/z\"]}}");
        client.delete(Client.CONFIG_MAPS + "/a?propagationPolicy=Foreground");

        assertThat(exists("a")).isTrue();
        client.merge(Client.CONFIG_MAPS + "/b", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(exists("b")).isFalse();
        assertThat(exists("a")).isFalse();
    }

    @Test
    void should_keep_the_pods_of_a_job_unless_told_otherwise() {
        String jobs = "/apis/batch/v1/namespaces/default/jobs";
        client.post(
                jobs,
                "{metadata: {name: j}, spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: i}]}}}}");
        Client.Answer answer = client.delete(jobs + "/j");

        assertThat(answer.response().headers().firstValue("Warning").orElseThrow())
                .contains("child pods are preserved by default when jobs are deleted");
        assertThat(client.get(jobs + "/j").status()).isEqualTo(404);
    }
}
