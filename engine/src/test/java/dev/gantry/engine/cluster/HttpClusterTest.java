package dev.gantry.engine.cluster;

import static dev.gantry.engine.cluster.Clusters.CLUSTER_ROLE;
import static dev.gantry.engine.cluster.Clusters.CONFIG_MAP;
import static dev.gantry.engine.cluster.Clusters.SECRET;
import static dev.gantry.engine.cluster.Clusters.apply;
import static dev.gantry.engine.cluster.Clusters.configMap;
import static dev.gantry.engine.cluster.Clusters.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure.Cause;
import dev.gantry.engine.cluster.ApiFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpClusterTest {

    private Reply reply = Reply.json(200, "{\"metadata\":{\"name\":\"settings\"}}");
    private final StubServer server = StubServer.start(request -> reply);
    private final HttpCluster cluster = Clusters.open(server.url());

    @AfterEach
    void close() throws Exception {
        cluster.close();
        server.close();
    }

    @Test
    void should_send_an_apply_with_manager_and_strict_validation() {
        cluster.write(apply("settings"));

        Received request = server.last();
        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.path()).isEqualTo("/api/v1/namespaces/shop/configmaps/settings");
        assertThat(request.query()).isEqualTo("fieldManager=gantry&fieldValidation=Strict");
        assertThat(request.headers()).containsEntry("content-type", "application/apply-patch+yaml");
        assertThat(tree(request.body()).path("data").path("a").asText()).isEqualTo("b");
    }

    @Test
    void should_say_that_an_apply_is_forced_and_only_tried() {
        cluster.write(apply("settings").forced().onlyTried());

        assertThat(server.last().query()).isEqualTo("fieldManager=gantry&fieldValidation=Strict&force=true&dryRun=All");
    }

    @Test
    void should_create_in_the_collection() {
        cluster.write(Write.create(configMap("settings"), tree("{}"), "gantry"));

        assertThat(server.last().method()).isEqualTo("POST");
        assertThat(server.last().path()).isEqualTo("/api/v1/namespaces/shop/configmaps");
        assertThat(server.last().headers()).containsEntry("content-type", "application/json");
    }

    @Test
    void should_replace_and_patch_the_object() {
        cluster.write(new Write(Write.Method.REPLACE, configMap("settings"), tree("{}"), "gantry", false, false));
        cluster.write(new Write(
                Write.Method.JSON_PATCH, configMap("settings"), Wire.JSON.createArrayNode(), "gantry", false, false));

        assertThat(server.requests()).extracting(Received::method).containsExactly("PUT", "PATCH");
        assertThat(server.last().headers()).containsEntry("content-type", "application/json-patch+json");
    }

    @Test
    void should_find_cluster_scoped_objects_of_named_groups_and_encode_their_names() {
        cluster.get(new ObjectRef(CLUSTER_ROLE, null, "system:node"));

        assertThat(server.last().path()).isEqualTo("/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Anode");
    }

    @Test
    void should_delete_one_object_and_no_other_of_its_name() {
        cluster.delete(new Deletion(configMap("settings"), "u-1", "7", true));

        assertThat(server.last().method()).isEqualTo("DELETE");
        assertThat(tree(server.last().body())).isEqualTo(tree("""
                {"apiVersion":"v1","kind":"DeleteOptions","propagationPolicy":"Background",
                 "preconditions":{"uid":"u-1","resourceVersion":"7"},"dryRun":["All"]}"""));
    }

    @Test
    void should_be_content_where_the_object_to_delete_is_gone() {
        reply = absent();

        cluster.delete(new Deletion(configMap("settings"), "u-1", null, false));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void should_tell_an_absent_object_from_a_kind_that_is_not_served() {
        reply = absent();
        assertThat(cluster.get(configMap("settings"))).isEmpty();

        reply = new Reply.Http(404, Map.of("Content-Type", "text/plain"), "404 page not found\n");
        ApiFailure unserved = failure(() -> cluster.get(configMap("settings")));
        assertThat(unserved.reason()).isEqualTo(Reasons.NOT_SERVED);
        assertThat(unserved.message()).isEqualTo("404 page not found");

        reply = Reply.json(404, """
                {"kind":"Status","reason":"NotFound","message":"the server could not find the requested resource",
                 "details":{},"code":404}""");
        assertThat(failure(() -> cluster.get(configMap("settings"))).reason()).isEqualTo(Reasons.NOT_SERVED);
    }

    @Test
    void should_hand_over_warnings() {
        reply = Reply.json(200, "{}")
                .header(
                        "Warning",
                        "299 - \"h\u00e9llo \\\"quoted\\\" \\\\ back, comma\", 299 - \"second\" \"Sat, 25 Aug\"");

        assertThat(cluster.write(apply("settings")).warnings())
                .containsExactly("h\u00e9llo \"quoted\" \\ back, comma", "second");
    }

    @Test
    void should_read_what_is_wrong() {
        reply = Reply.json(422, """
                {"kind":"Status","reason":"Invalid","message":"no","code":422,"details":{"retryAfterSeconds":3,"causes":[
                 {"reason":"FieldValueInvalid","message":"Invalid value: -1","field":"spec.replicas"}]}}""");

        ApiFailure failure = failure(() -> cluster.write(apply("settings")));

        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.action()).isEqualTo("apply ConfigMap shop/settings");
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.reason()).isEqualTo("Invalid");
        assertThat(failure.message()).isEqualTo("no");
        assertThat(failure.causes())
                .containsExactly(new Cause("FieldValueInvalid", "Invalid value: -1", "spec.replicas"));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @Test
    void should_read_the_header_that_asks_to_wait() {
        reply = Reply.json(429, "too many").header("Retry-After", "7");

        assertThat(failure(() -> cluster.get(configMap("settings"))).retryAfter())
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void should_take_the_words_from_the_page_of_a_gateway() {
        reply = Reply.json(502, "<html><style>a{}</style><body><h1>502</h1>\n<p>Bad   gateway</p></body></html>");

        assertThat(failure(() -> cluster.get(configMap("settings"))).message()).isEqualTo("502 Bad gateway");
    }

    @Test
    void should_follow_no_redirect() {
        reply = Reply.json(302, "").header("Location", server.url() + "/elsewhere");

        assertThat(failure(() -> cluster.get(configMap("settings"))).status()).isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void should_mask_values_of_secrets_that_the_server_repeats() {
        reply = Reply.status(
                500,
                "",
                "failed to create typed patch object: .data.pin: expected string, got &value.valueUnstructured{Value:12345};"
                        + " topsecret dG9wc2VjcmV0");
        Write write = Write.apply(
                new ObjectRef(SECRET, "shop", "s"),
                tree("{\"data\":{\"pin\":12345},\"stringData\":{\"password\":\"topsecret\"}}"),
                "gantry");

        assertThat(failure(() -> cluster.write(write)).message())
                .isEqualTo("failed to create typed patch object: .data.pin: expected string, got ***");
        reply = Reply.status(422, "Invalid", "data[x]: Invalid value: \\\"a: b\\\": dG9wc2VjcmV0 is bad, topsecret");
        assertThat(failure(() -> cluster.write(write)).message())
                .isEqualTo("data[x]: Invalid value: ***: *** is bad, ***");
    }

    @Test
    void should_not_know_what_became_of_a_request_with_a_broken_answer() {
        reply = Reply.json(200, "{\"metadata\":{\"na");

        ApiFailure failure = failure(() -> cluster.write(apply("settings")));

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(failure.reason()).isEqualTo(Reasons.BROKEN_ANSWER);
    }

    @Test
    void should_not_know_what_became_of_a_request_that_a_gateway_waited_for_in_vain() {
        reply = Reply.status(504, "Timeout", "request did not complete within the allotted timeout");

        assertThat(failure(() -> cluster.write(apply("settings"))).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void should_not_know_what_became_of_a_request_whose_connection_broke() {
        reply = new Reply.Reset();
        assertThat(failure(() -> cluster.write(apply("settings"))).kind()).isEqualTo(Kind.UNKNOWN);

        reply = new Reply.CutOff("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"metadata\":");
        ApiFailure cut = failure(() -> cluster.write(apply("settings")));
        assertThat(cut.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(cut.reason()).isEqualTo(Reasons.BROKEN_CONNECTION);
    }

    @Test
    void should_wait_no_longer_than_the_limit_for_an_answer_or_its_end() {
        HttpCluster hasty = Clusters.open(server.url(), Duration.ofMillis(300));

        reply = new Reply.Silence("");
        ApiFailure silent = failure(() -> hasty.write(apply("settings")));
        reply = new Reply.Silence("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"metadata\":");
        ApiFailure halfway = failure(() -> hasty.write(apply("settings")));

        assertThat(List.of(silent, halfway)).allSatisfy(failure -> {
            assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
            assertThat(failure.reason()).isEqualTo(Reasons.NO_ANSWER);
        });
        hasty.close();
    }

    @Test
    void should_list_page_by_page_and_name_every_item() {
        List<ObjectNode> found = new ArrayList<>();
        try (StubServer pages = StubServer.start(request -> request.query().contains("continue=next%3D")
                        ? Reply.json(200, "{\"metadata\":{},\"items\":[{\"metadata\":{\"uid\":\"2\"}}]}")
                        : Reply.json(
                                200,
                                "{\"metadata\":{\"continue\":\"next=\"},\"items\":[{\"kind\":\"PartialObjectMetadata\","
                                        + "\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"uid\":\"1\"}}]}"));
                HttpCluster paged = Clusters.open(pages.url())) {
            paged.list(new Listing(CONFIG_MAP, "shop", "a=b,c", true, 0, found::add));

            assertThat(pages.requests().get(0).query()).isEqualTo("limit=500&labelSelector=a%3Db%2Cc");
            assertThat(pages.requests().get(0).headers().get("accept"))
                    .startsWith("application/json;as=PartialObjectMetadataList");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        assertThat(found)
                .extracting(ObjectNode::toString)
                .containsExactly(
                        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"uid\":\"1\"}}",
                        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"uid\":\"2\"}}");
    }

    @Test
    void should_go_on_where_the_server_says_when_it_has_forgotten_the_next_page() {
        assertThat(listed("{\"continue\":\"later\"}")).containsExactly("1", "2", "3");
    }

    @Test
    void should_begin_anew_when_the_server_does_not_say_where_to_go_on_and_name_nothing_twice() {
        assertThat(listed("{}")).containsExactly("1", "2", "3");
    }

    private static List<String> listed(String metadataOfExpired) {
        List<String> found = new ArrayList<>();
        List<String> replies = new ArrayList<>(List.of(
                "{\"metadata\":{\"continue\":\"x\"},\"items\":[{\"metadata\":{\"uid\":\"1\"}},{\"metadata\":{\"uid\":\"2\"}}]}",
                "410",
                "{\"metadata\":{},\"items\":[{\"metadata\":{\"uid\":\"2\"}},{\"metadata\":{\"uid\":\"3\"}}]}"));
        try (StubServer pages = StubServer.start(request -> {
                    String next = replies.remove(0);
                    return next.equals("410")
                            ? Reply.json(
                                    410,
                                    "{\"kind\":\"Status\",\"reason\":\"Expired\",\"metadata\":" + metadataOfExpired
                                            + "}")
                            : Reply.json(200, next);
                });
                HttpCluster paged = Clusters.open(pages.url())) {
            paged.list(new Listing(
                    CONFIG_MAP,
                    null,
                    "",
                    false,
                    0,
                    object -> found.add(object.path("metadata").path("uid").asText())));
            assertThat(pages.last().query())
                    .isEqualTo(metadataOfExpired.equals("{}") ? "limit=500" : "limit=500&continue=later");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @Test
    void should_list_no_more_than_is_wanted() {
        reply = Reply.json(
                200,
                "{\"metadata\":{\"continue\":\"x\"},\"items\":[{\"metadata\":{\"uid\":\"1\"}},{\"metadata\":{\"uid\":\"2\"}}]}");
        List<ObjectNode> found = new ArrayList<>();

        cluster.list(new Listing(CONFIG_MAP, "shop", "", false, 1, found::add));

        assertThat(found).hasSize(1);
        assertThat(server.last().query()).isEqualTo("limit=1");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void should_finish_the_request_in_flight_of_a_thread_that_is_interrupted_and_begin_no_other() {
        Thread.currentThread().interrupt();
        ApiFailure failure = failure(() -> cluster.get(configMap("settings")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reasons.INTERRUPTED);
        assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(server.requests()).isEmpty();
    }

    private static Reply absent() {
        return Reply.json(404, """
                {"kind":"Status","reason":"NotFound","message":"configmaps \\"settings\\" not found",
                 "details":{"name":"settings","kind":"configmaps"},"code":404}""");
    }

    private static ApiFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(ApiFailure.class, call);
    }
}
