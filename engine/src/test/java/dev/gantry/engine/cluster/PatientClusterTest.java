package dev.gantry.engine.cluster;

import static dev.gantry.engine.cluster.Clusters.CONFIG_MAP;
import static dev.gantry.engine.cluster.Clusters.apply;
import static dev.gantry.engine.cluster.Clusters.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientClusterTest {

    private final FakeTime time = new FakeTime();
    private final StubStore store = new StubStore();
    private final StubServer server = StubServer.start(store);
    private final List<String> retries = new ArrayList<>();
    private final PatientCluster cluster = patient(Clusters.open(server.url()));

    private PatientCluster patient(Cluster inner) {
        return new PatientCluster(
                inner,
                new Patience(
                        time,
                        FakeTime.START.plusSeconds(300),
                        () -> 1,
                        (action, why, wait) -> retries.add(action + " | " + why + " | " + wait)));
    }

    @AfterEach
    void close() throws Exception {
        cluster.close();
        server.close();
    }

    @Test
    void should_wait_as_long_as_the_server_asks() {
        store.before((number, request) ->
                number >= 7 && number < 10 ? Reply.json(429, "busy").header("Retry-After", "5") : null);

        applyAll();

        assertThat(store.objects()).hasSize(20);
        assertThat(time.waits()).containsExactly(seconds(5), seconds(5), seconds(5));
        assertThat(retries).first().isEqualTo("apply ConfigMap shop/c6 | busy | PT5S");
    }

    @Test
    void should_wait_longer_each_time_for_a_server_that_is_not_available() {
        store.before((number, request) -> number == 3 || number == 4 ? Reply.json(503, "down") : null);

        applyAll();

        assertThat(store.objects()).hasSize(20);
        assertThat(time.waits()).containsExactly(Duration.ofMillis(500), seconds(1));
    }

    @Test
    void should_give_up_at_the_deadline_and_say_how_often_it_was_tried() {
        store.before((number, request) -> number > 5 ? Reply.json(503, "down") : null);

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, this::applyAll);

        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.tries()).isEqualTo(25);
        assertThat(failure.action()).isEqualTo("apply ConfigMap shop/c5");
        assertThat(time.passed()).isEqualTo(seconds(300));
        assertThat(store.objects()).hasSize(5);
    }

    @Test
    void should_not_wait_for_what_the_deadline_does_not_allow() {
        store.before((number, request) -> Reply.json(503, "down").header("Retry-After", "400"));

        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("a"))))
                .isNotNull();
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void should_make_one_object_each_though_connections_are_reset_before_and_after() {
        store.before((number, request) -> number % 3 == 0 ? new Reply.Reset() : null);
        store.after((number, request) -> number % 3 == 1 ? new Reply.Reset() : null);

        applyAll();

        assertThat(store.objects()).hasSize(20);
        assertThat(store.creations()).isEqualTo(20);
    }

    @Test
    void should_ask_again_where_the_answer_does_not_come_or_is_broken() {
        PatientCluster hasty = patient(Clusters.open(server.url(), Duration.ofMillis(300)));
        store.after((number, request) -> switch (number) {
            case 1 -> new Reply.Silence("");
            case 2 -> new Reply.CutOff("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"meta");
            case 3 -> Reply.json(200, "{\"metadata\":{\"na");
            case 4 -> Reply.status(504, "Timeout", "request did not complete");
            default -> null;
        });

        Written written = hasty.write(apply("a"));

        assertThat(written.object().path("data").path("a").asText()).isEqualTo("b");
        assertThat(store.creations()).isEqualTo(1);
        assertThat(store.requests()).isEqualTo(5);
        hasty.close();
    }

    @Test
    void should_not_ask_again_with_credentials_that_are_refused() {
        store.before((number, request) -> number >= 10 ? Reply.status(401, "Unauthorized", "Unauthorized") : null);

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, this::applyAll);

        assertThat(failure.status()).isEqualTo(401);
        assertThat(store.requests()).isEqualTo(10);
        store.before((number, request) -> null);
        applyAll();
        assertThat(store.objects()).hasSize(20);
    }

    @Test
    void should_list_again_without_naming_anything_twice() {
        List<String> found = new ArrayList<>();
        store.before((number, request) -> switch (number) {
            case 1, 3 ->
                Reply.json(200, "{\"metadata\":{\"continue\":\"x\"},\"items\":[{\"metadata\":{\"uid\":\"1\"}}]}");
            case 2 -> Reply.json(500, "down");
            default -> Reply.json(200, "{\"metadata\":{},\"items\":[{\"metadata\":{\"uid\":\"2\"}}]}");
        });

        cluster.list(new Listing(CONFIG_MAP, "shop", "", true, 0, object -> found.add(uid(object))));

        assertThat(found).containsExactly("1", "2");
    }

    @Test
    void should_fail_to_list_what_may_not_be_seen() {
        store.before((number, request) -> Reply.status(403, "Forbidden", "configmaps is forbidden"));

        Listing listing = new Listing(CONFIG_MAP, "shop", "", true, 0, object -> {});

        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.list(listing))
                        .status())
                .isEqualTo(403);
        assertThat(store.requests()).isEqualTo(1);
    }

    @Test
    void should_fail_to_list_at_the_deadline() {
        store.before((number, request) -> Reply.status(500, "InternalError", "etcdserver: no leader"));

        Listing listing = new Listing(CONFIG_MAP, "shop", "", true, 0, object -> {});

        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.list(listing))
                        .tries())
                .isGreaterThan(5);
    }

    @Test
    void should_apply_again_what_somebody_changed_at_the_same_moment() {
        store.before((number, request) -> number == 1
                ? Reply.status(409, "Conflict", "Operation cannot be fulfilled: the object has been modified")
                : null);

        cluster.write(apply("a"));

        assertThat(store.objects()).hasSize(1);
    }

    @Test
    void should_not_apply_again_what_is_in_conflict() {
        store.before((number, request) -> Reply.json(409, """
                {"kind":"Status","reason":"Conflict","message":"conflict","code":409,"details":{"causes":[
                 {"reason":"FieldManagerConflict","message":"conflict with \\"x\\"","field":".data.a"}]}}"""));

        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("a")))
                        .isConflict())
                .isTrue();
        assertThat(store.requests()).isEqualTo(1);
    }

    @Test
    void should_take_the_word_of_a_webhook_that_denies_whatever_its_status() {
        store.before((number, request) ->
                Reply.status(503, "", "admission webhook \\\"a.example.com\\\" denied the request: no"));

        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("a")))
                        .tries())
                .isEqualTo(1);
        assertThat(store.requests()).isEqualTo(1);
    }

    @Test
    void should_call_a_webhook_again_that_cannot_be_called() {
        store.before((number, request) -> number == 1
                ? Reply.status(500, "InternalError", "failed calling webhook \\\"a.example.com\\\": no route to host")
                : null);

        cluster.write(apply("a"));

        assertThat(store.objects()).hasSize(1);
    }

    @Test
    void should_not_send_again_what_does_not_fit_the_schema() {
        store.before((number, request) ->
                Reply.status(500, "", "failed to create typed patch object: .spec.foo: field not declared in schema"));

        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("a"))))
                .isNotNull();
        assertThat(store.requests()).isEqualTo(1);
    }

    @Test
    void should_wait_some_seconds_for_a_kind_that_discovery_knows_already() {
        store.before((number, request) -> number < 4 ? Reply.json(404, "404 page not found") : null);
        cluster.write(apply("a"));

        store.before((number, request) -> Reply.json(404, "404 page not found"));
        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("a")))
                        .reason())
                .isEqualTo(Reasons.NOT_SERVED);
        assertThat(time.passed()).isLessThan(seconds(20));
        int requests = store.requests();
        assertThat(catchThrowableOfType(ApiFailure.class, () -> cluster.get(configMap("a"))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        ApiFailure.class, () -> cluster.write(apply("a").onlyTried())))
                .isNotNull();
        assertThat(store.requests()).isEqualTo(requests + 2);
    }

    @Test
    void should_call_a_server_that_has_never_answered_three_times_only() throws Exception {
        URI nobody;
        try (StubServer gone = StubServer.start(store)) {
            nobody = gone.url();
        }
        PatientCluster lost = patient(Clusters.open(nobody));

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> lost.write(apply("a")));

        assertThat(failure.reason()).isEqualTo(Reasons.NO_CONNECTION);
        assertThat(failure.kind()).isEqualTo(ApiFailure.Kind.NOT_SENT);
        assertThat(time.waits()).hasSize(2);
        lost.close();
    }

    @Test
    void should_wait_for_a_server_that_has_answered_before() throws Exception {
        cluster.write(apply("a"));
        server.close();

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("b")));

        assertThat(failure.tries()).isGreaterThan(5);
        assertThat(time.passed()).isEqualTo(seconds(300));
    }

    @Test
    void should_stop_waiting_when_the_thread_is_interrupted() {
        store.before((number, request) -> Reply.json(503, "down"));
        PatientCluster stopped = cluster.with(new Patience(
                time,
                FakeTime.START.plusSeconds(300),
                () -> 0,
                (action, why, wait) -> Thread.currentThread().interrupt()));

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> stopped.write(apply("a")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.status()).isEqualTo(503);
        assertThat(store.requests()).isEqualTo(1);
    }

    private void applyAll() {
        IntStream.range(0, 20).forEach(i -> cluster.write(apply("c" + i)));
    }

    private static String uid(ObjectNode object) {
        return object.path("metadata").path("uid").asText();
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number);
    }
}
