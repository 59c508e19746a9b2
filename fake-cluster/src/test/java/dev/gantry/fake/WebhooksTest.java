package dev.gantry.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.http.HttpServer;
import dev.gantry.fake.http.Request;
import dev.gantry.fake.http.Response;
import dev.gantry.fake.json.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private final FakeCluster cluster = FakeCluster.start();
    private final Client client = new Client(cluster);
    private final List<JsonNode> reviews = new CopyOnWriteArrayList<>();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final HttpServer webhook = HttpServer.start(this::answer);

    @AfterEach
    void stop() {
        hanging.countDown();
        webhook.close();
        cluster.close();
    }

    private Response answer(Request request) {
        JsonNode review = Json.readLeniently(request.body());
        reviews.add(review);
        ObjectNode answer = Json.object();
        ObjectNode response = answer.putObject("response");
        response.put("uid", Json.text(review, "request", "uid"))
                .put("allowed", !request.path().equals("/deny"));
        response.putObject("status").put("message", "no way");
        if (request.path().equals("/warn")) {
            response.putArray("warnings").add("careful");
        }
        if (request.path().equals("/hang")) {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return Response.json(request.path().equals("/broken") ? 500 : 200, answer);
    }

    private String register(String path, String more) {
        String url = "http://127.0.0.1:" + webhook.port() + path;
        client.delete("/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations/w");
        client.post(
                "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
                "{metadata: {name: w}, webhooks: [{name: check.example.com, clientConfig: {url: '" + url
                        + "'}, admissionReviewVersions: [v1], " + more
                        + " rules: [{apiGroups: [''], apiVersions: [v1], operations: [CREATE, DELETE], resources: [configmaps]}]}]}");
        return url;
    }

    private Client.Answer create(String name) {
        return client.post(Client.CONFIG_MAPS, "{metadata: {name: " + name + "}}");
    }

    @Test
    void should_refuse_what_a_webhook_denies() {
        register("/deny", "sideEffects: None,");
        Client.Answer answer = create("a");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).isEqualTo("admission webhook \"check.example.com\" denied the request: no way");
        assertThat(client.get(Client.CONFIG_MAPS + "/a").status()).isEqualTo(404);
        assertThat(Json.text(reviews.get(0), "request", "object", "metadata", "name"))
                .isEqualTo("a");
        assertThat(client.post("/api/v1/namespaces/default/secrets", "{metadata: {name: a}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void should_be_asked_about_deletions_but_not_about_changes() {
        create("a");
        register("/deny", "sideEffects: None,");
        assertThat(client.merge(Client.CONFIG_MAPS + "/a", "{\"data\":{\"k\":\"v\"}}")
                        .status())
                .isEqualTo(200);
        assertThat(client.delete(Client.CONFIG_MAPS + "/a").status()).isEqualTo(400);
    }

    @Test
    void should_hand_on_warnings() {
        register("/warn", "sideEffects: None,");
        assertThat(create("a").response().headers().allValues("Warning")).containsExactly("299 - \"careful\"");
    }

    @Test
    void should_tell_a_webhook_that_cannot_be_called() {
        String url = register("/hang", "sideEffects: None, timeoutSeconds: 1,");
        Client.Answer answer = create("a");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text("reason")).isEqualTo("InternalError");
        assertThat(answer.message())
                .isEqualTo(
                        "Internal error occurred: failed calling webhook \"check.example.com\": failed to call webhook: Post \""
                                + url + "?timeout=1s\": context deadline exceeded");
        register("/broken", "sideEffects: None,");
        assertThat(create("a").message()).contains("failed to call webhook: an error on the server (\"unknown\")");
        webhook.close();
        assertThat(create("a").message()).endsWith("connect: connection refused");
    }

    @Test
    void should_ignore_a_failure_when_told_to() {
        register("/broken", "sideEffects: None, failurePolicy: Ignore,");
        assertThat(create("a").status()).isEqualTo(201);
    }

    @Test
    void should_refuse_to_try_what_has_side_effects() {
        register("/ok", "sideEffects: Some,");
        assertThat(client.post(Client.CONFIG_MAPS + "?dryRun=All", "{metadata: {name: a}}")
                        .message())
                .isEqualTo("admission webhook \"check.example.com\" does not support dry run");
        assertThat(create("a").status()).isEqualTo(201);
    }
}
