package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.fake.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObjectsTest {

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void should_create_get_change_and_delete() {
        Client.Answer created = client.post(Client.CONFIG_MAPS, "{metadata: {name: a}, data: {k: v}}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("kind")).isEqualTo("ConfigMap");
        assertThat(created.text("metadata", "namespace")).isEqualTo("default");
        assertThat(created.text("metadata", "uid")).isNotEmpty();
        assertThat(created.owners()).isEqualTo("client Update {\"f:data\":{\".\":{},\"f:k\":{}}}");

        Client.Answer changed = client.merge(Client.CONFIG_MAPS + "/a", "{\"data\":{\"k\":\"w\",\"l\":\"x\"}}");
        assertThat(changed.text("data", "k")).isEqualTo("w");
        assertThat(Long.parseLong(changed.text("metadata", "resourceVersion")))
                .isGreaterThan(Long.parseLong(created.text("metadata", "resourceVersion")));

        Client.Answer deleted = client.delete(Client.CONFIG_MAPS + "/a");
        assertThat(deleted.text("status")).isEqualTo("Success");
        assertThat(deleted.text("details", "uid")).isEqualTo(created.text("metadata", "uid"));
        assertThat(client.get(Client.CONFIG_MAPS + "/a").message()).isEqualTo("configmaps \"a\" not found");
    }

    @Test
    void should_not_raise_the_version_when_nothing_changes() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}, data: {k: v}}");
        String before =
                cluster.object("v1", "ConfigMap", "default", "a").orElseThrow().toString();

        client.merge(Client.CONFIG_MAPS + "/a", "{\"data\":{\"k\":\"v\"}}");
        client.put(Client.CONFIG_MAPS + "/a", "{metadata: {name: a}, data: {k: v}}");
        assertThat(cluster.object("v1", "ConfigMap", "default", "a").orElseThrow())
                .hasToString(before);
    }

    @Test
    void should_keep_nothing_of_a_dry_run() {
        Client.Answer created = client.post(Client.CONFIG_MAPS + "?dryRun=All", "{metadata: {name: a}}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("metadata", "resourceVersion")).isEmpty();
        assertThat(client.get(Client.CONFIG_MAPS + "/a").status()).isEqualTo(404);

        client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        String version = client.get(Client.CONFIG_MAPS + "/a").text("metadata", "resourceVersion");
        Client.Answer changed = client.merge(Client.CONFIG_MAPS + "/a?dryRun=All", "{\"data\":{\"k\":\"v\"}}");
        assertThat(changed.text("data", "k")).isEqualTo("v");
        assertThat(changed.text("metadata", "resourceVersion")).isEqualTo(version);
        assertThat(client.delete(Client.CONFIG_MAPS + "/a?dryRun=All").status()).isEqualTo(200);
        assertThat(client.get(Client.CONFIG_MAPS + "/a").body().has("data")).isFalse();
    }

    @Test
    void should_wait_for_finalizers() {
        client.post(Client.CONFIG_MAPS, "{metadata: {name: a, finalizers: [x.y/z]}}");
        Client.Answer deleted = client.delete(Client.CONFIG_MAPS + "/a");
        assertThat(deleted.text("metadata", "deletionTimestamp")).isNotEmpty();
        assertThat(client.get(Client.CONFIG_MAPS + "/a").status()).isEqualTo(200);

        client.merge(Client.CONFIG_MAPS + "/a", "{\"metadata\":{\"finalizers\":null}}");
        assertThat(client.get(Client.CONFIG_MAPS + "/a").status()).isEqualTo(404);
    }

    @Test
    void should_mind_preconditions() {
        Client.Answer created = client.post(Client.CONFIG_MAPS, "{metadata: {name: a}}");
        Client.Answer refused = client.send(
                "DELETE", Client.CONFIG_MAPS + "/a", "application/json", "{\"preconditions\":{\"uid\":\"1\"}}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.message())
                .isEqualTo(
                        "Operation cannot be fulfilled on ConfigMap \"a\": the UID in the precondition (1) does not match the"
                                + " UID in record (" + created.text("metadata", "uid")
                                + "). The object might have been deleted and then recreated");
        Client.Answer stale = client.put(Client.CONFIG_MAPS + "/a", "{metadata: {name: a, resourceVersion: '1'}}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.message()).contains("the object has been modified");
    }

    @Test
    void should_list_in_pages_and_by_labels() {
        for (int i = 0; i < 5; i++) {
            client.post(Client.CONFIG_MAPS, "{metadata: {name: m" + i + ", labels: {number: '" + i + "'}}}");
        }
        Client.Answer first = client.get(Client.CONFIG_MAPS + "?limit=2");
        assertThat(first.body().path("items")).hasSize(2);
        assertThat(Json.at(first.body(), "metadata", "remainingItemCount").asInt())
                .isEqualTo(3);
        Client.Answer second =
                client.get(Client.CONFIG_MAPS + "?limit=3&continue=" + first.text("metadata", "continue"));
        assertThat(second.body().path("items")).hasSize(3);
        assertThat(second.text("metadata", "continue")).isEmpty();

        assertThat(client.get(Client.CONFIG_MAPS + "?labelSelector=number+in+(1,2),number!=2")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(client.get(Client.CONFIG_MAPS + "?labelSelector=!number")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(client.get("/api/v1/configmaps?fieldSelector=metadata.name%3Dm3")
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void should_serve_many_clients_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Callable<Integer>> calls = IntStream.range(0, 160)
                .<Callable<Integer>>mapToObj(i -> () -> client.apply(
                                "m" + i % 16,
                                Client.CONFIG_MAPS + "/shared",
                                "{apiVersion: v1, kind: ConfigMap, metadata: {name: shared}, data: {k" + i % 16 + ": v"
                                        + i + "}}")
                        .status())
                .toList();
        for (Future<Integer> call : threads.invokeAll(calls)) {
            assertThat(call.get()).isIn(200, 201);
        }
        threads.shutdown();
        assertThat(client.get(Client.CONFIG_MAPS + "/shared").body().path("data"))
                .hasSize(16);
    }
}
