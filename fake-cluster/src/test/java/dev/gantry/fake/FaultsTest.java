package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static final String MAP = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {k: v}}";

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);

    @AfterEach
    void stop() {
        cluster.close();
    }

    private Client.Answer apply() {
        return client.apply("gantry", Client.CONFIG_MAPS + "/a", MAP);
    }

    private boolean exists() {
        return cluster.object("v1", "ConfigMap", "default", "a").isPresent();
    }

    @Test
    void should_refuse_only_the_requests_that_it_is_told_to() {
        Fault fault = cluster.faults()
                .on(RecordedRequest::isApply)
                .nth(2)
                .times(2)
                .answer(429, "TooManyRequests", "slow down", Map.of("Retry-After", "1"));

        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Client.Answer answer = apply();
            statuses.add(answer.status());
            if (answer.status() == 429) {
                assertThat(answer.response().headers().firstValue("Retry-After"))
                        .contains("1");
                assertThat(answer.text("reason")).isEqualTo("TooManyRequests");
            }
        }
        assertThat(statuses).containsExactly(201, 429, 429, 200, 200);
        assertThat(fault.hits()).isEqualTo(2);
    }

    @Test
    void should_carry_out_nothing_when_it_resets_before() {
        cluster.faults().on(RecordedRequest::isApply).resetBefore();

        assertThatThrownBy(() -> client.trySend(
                        "PATCH", Client.CONFIG_MAPS + "/a?fieldManager=g", "application/apply-patch+yaml", MAP))
                .isInstanceOf(IOException.class);
        assertThat(exists()).isFalse();
        assertThat(apply().status()).isEqualTo(201);
    }

    @Test
    void should_carry_out_the_request_when_it_resets_after_the_commit() {
        cluster.faults().on(RecordedRequest::isApply).resetAfterCommit();

        assertThatThrownBy(() -> client.trySend(
                        "PATCH", Client.CONFIG_MAPS + "/a?fieldManager=g", "application/apply-patch+yaml", MAP))
                .isInstanceOf(IOException.class);
        assertThat(exists()).isTrue();
    }

    @Test
    void should_carry_out_the_request_and_answer_that_it_did_not() {
        cluster.faults().on(RecordedRequest::isApply).answerAfterCommit(504, "Timeout", "too late");

        assertThat(apply().status()).isEqualTo(504);
        assertThat(exists()).isTrue();
    }

    @Test
    void should_cut_an_answer() {
        cluster.faults().on(RecordedRequest::isApply).cutAnswer(20);

        assertThatThrownBy(() -> client.trySend(
                        "PATCH", Client.CONFIG_MAPS + "/a?fieldManager=g", "application/apply-patch+yaml", MAP))
                .isInstanceOf(IOException.class);
        assertThat(exists()).isTrue();
    }

    @Test
    void should_hang_until_it_is_released() throws Exception {
        Fault fault = cluster.faults().on(RecordedRequest::isApply).hang(Duration.ofMinutes(5));

        CompletableFuture<Client.Answer> answer = CompletableFuture.supplyAsync(this::apply);
        while (fault.hits() == 0) {
            Thread.onSpinWait();
        }
        assertThat(exists()).isFalse();
        fault.release();
        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(201);
    }

    @Test
    void should_let_another_client_be_faster() {
        apply();
        cluster.faults()
                .on(request -> request.method().equals("PUT"))
                .after(() -> cluster.change(
                        "other",
                        "v1",
                        "ConfigMap",
                        "default",
                        "a",
                        map -> map.withObject("/data").put("k", "w")));
        String version = client.get(Client.CONFIG_MAPS + "/a").text("metadata", "resourceVersion");

        Client.Answer answer = client.put(
                Client.CONFIG_MAPS + "/a", "{metadata: {name: a, resourceVersion: '" + version + "'}, data: {k: x}}");
        assertThat(answer.status()).isEqualTo(409);
    }

    @Test
    void should_record_requests_without_credentials() {
        client.send("GET", Client.CONFIG_MAPS + "?labelSelector=a", "", "", "Authorization", "Bearer secret");
        apply();

        assertThat(cluster.requests()).hasSize(2);
        assertThat(cluster.requests().get(0).toString())
                .isEqualTo("GET " + Client.CONFIG_MAPS + "?{labelSelector=[a]}");
        assertThat(cluster.requests().get(0).headers()).doesNotContainKey("authorization");
        assertThat(cluster.requests(RecordedRequest::isApply)).singleElement().satisfies(request -> {
            assertThat(request.isAbout("configmaps")).isTrue();
            assertThat(request.body().path("kind").asText()).isEqualTo("ConfigMap");
        });
    }

    @Test
    void should_forbid_and_expire() {
        cluster.access().forbid("list", "configmaps");
        Client.Answer forbidden = client.get(Client.CONFIG_MAPS);
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.message())
                .isEqualTo(
                        "configmaps is forbidden: User \"admin\" cannot list resource \"configmaps\" in API group \"\""
                                + " in the namespace \"default\"");

        assertThat(client.post(
                                "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
                                "{spec: {resourceAttributes: {verb: list, resource: configmaps, namespace: default}}}")
                        .body()
                        .at("/status/allowed")
                        .asBoolean(true))
                .isFalse();

        cluster.access().permitEverything().accept("one").accept("two");
        assertThat(client.get(Client.CONFIG_MAPS).status()).isEqualTo(401);
        assertThat(client.send("GET", Client.CONFIG_MAPS, "", "", "Authorization", "Bearer one")
                        .status())
                .isEqualTo(200);
        cluster.access().expire("one");
        assertThat(client.send("GET", Client.CONFIG_MAPS, "", "", "Authorization", "Bearer one")
                        .status())
                .isEqualTo(401);
    }
}
