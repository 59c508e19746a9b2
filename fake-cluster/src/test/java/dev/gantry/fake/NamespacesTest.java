package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NamespacesTest {

    private static final String SHOP = "/api/v1/namespaces/shop";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private void create() {
        assertThat(client.post("/api/v1/namespaces", "{metadata: {name: shop}}").text("status", "phase"))
                .isEqualTo("Active");
    }

    @Test
    void should_refuse_objects_in_a_namespace_that_is_not_there() {
        assertThat(client.apply("g", SHOP + "/configmaps/a", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}")
                        .message())
                .isEqualTo("namespaces \"shop\" not found");
        assertThat(client.get(SHOP + "/configmaps").status()).isEqualTo(200);
    }

    @Test
    void should_empty_a_namespace_and_let_it_go() {
        create();
        client.post(SHOP + "/configmaps", "{metadata: {name: a}}");
        assertThat(client.delete(SHOP).text("status", "phase")).isEqualTo("Terminating");

        assertThat(client.get(SHOP).status()).isEqualTo(404);
        assertThat(client.get(SHOP + "/configmaps/a").status()).isEqualTo(404);
    }

    @Test
    void should_wait_for_finalizers_of_contents() {
        create();
        client.post(SHOP + "/configmaps", "{metadata: {name: a, finalizers: [x.y/z]}}");
        client.delete(SHOP);

        Client.Answer refused = client.post(SHOP + "/secrets", "{metadata: {name: b}}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message())
                .isEqualTo(
                        "secrets \"b\" is forbidden: unable to create new content in namespace shop because it is being"
                                + " terminated");
        assertThat(refused.body().at("/details/causes/0/reason").asText()).isEqualTo("NamespaceTerminating");

        client.merge(SHOP + "/configmaps/a", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(client.get(SHOP).status()).isEqualTo(404);
    }

    @Test
    void should_stay_when_nobody_finishes_it() {
        create();
        cluster.controllers().namespaces(false);
        client.delete(SHOP);
        assertThat(client.get(SHOP).text("status", "phase")).isEqualTo("Terminating");

        cluster.controllers().namespaces(true);
        assertThat(client.get(SHOP).status()).isEqualTo(404);
    }

    @Test
    void should_be_finalized_by_whoever_does_it() {
        create();
        cluster.controllers().namespaces(false);
        client.delete(SHOP);
        client.put(SHOP + "/finalize", "{metadata: {name: shop}, spec: {finalizers: []}}");
        assertThat(client.get(SHOP).status()).isEqualTo(404);
    }

    @Test
    void should_keep_the_namespaces_of_the_system() {
        assertThat(client.delete("/api/v1/namespaces/default").message())
                .isEqualTo("namespaces \"default\" is forbidden: this namespace may not be deleted");
    }

    @Test
    void should_count_quotas() {
        create();
        client.post(SHOP + "/resourcequotas", "{metadata: {name: q}, spec: {hard: {configmaps: '2'}}}");
        client.post(SHOP + "/configmaps", "{metadata: {name: a}}");
        client.post(SHOP + "/configmaps", "{metadata: {name: b}}");
        Client.Answer refused =
                client.apply("g", SHOP + "/configmaps/c", "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message())
                .isEqualTo(
                        "configmaps \"c\" is forbidden: exceeded quota: q, requested: configmaps=1, used: configmaps=2,"
                                + " limited: configmaps=2");
        assertThat(client.get(SHOP + "/resourcequotas/q").text("status", "used", "configmaps"))
                .isEqualTo("2");
        client.delete(SHOP + "/configmaps/a");
        assertThat(client.get(SHOP + "/resourcequotas/q").text("status", "used", "configmaps"))
                .isEqualTo("1");
        assertThat(client.post(SHOP + "/configmaps?dryRun=All", "{metadata: {name: c}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void should_want_pods_to_say_what_a_quota_counts() {
        create();
        client.post(SHOP + "/resourcequotas", "{metadata: {name: q}, spec: {hard: {requests.cpu: '1'}}}");
        assertThat(client.post(SHOP + "/pods", "{metadata: {name: p}, spec: {containers: [{name: c, image: i}]}}")
                        .message())
                .isEqualTo("pods \"p\" is forbidden: failed quota: q: must specify requests.cpu for: c");
        assertThat(client.post(
                                SHOP + "/pods",
                                "{metadata: {name: p}, spec: {containers: [{name: c, image: i, resources: {requests: {cpu: 1500m}}}]}}")
                        .message())
                .endsWith(
                        "exceeded quota: q, requested: requests.cpu=1500m, used: requests.cpu=0, limited: requests.cpu=1");
    }
}
