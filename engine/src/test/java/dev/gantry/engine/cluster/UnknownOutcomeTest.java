package dev.gantry.engine.cluster;

import static dev.gantry.engine.cluster.Clusters.apply;
import static dev.gantry.engine.cluster.Clusters.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done where nobody knows whether a request took effect. */
class UnknownOutcomeTest {

    private final FakeTime time = new FakeTime();
    private final StubStore store = new StubStore();
    private final StubServer server = StubServer.start(store);
    private final PatientCluster cluster = new PatientCluster(
            Clusters.open(server.url()),
            new Patience(time, FakeTime.START.plusSeconds(300), () -> 1, (action, why, wait) -> {}));

    @AfterEach
    void close() throws Exception {
        cluster.close();
        server.close();
    }

    @Test
    void should_recognize_its_own_creation_that_got_no_answer() {
        store.after((number, request) -> number == 1 ? Reply.status(504, "Timeout", "timeout") : null);

        Written written = cluster.write(Write.create(configMap("a"), apply("a").body(), "gantry"));

        assertThat(uid(written.object())).isNotEmpty();
        assertThat(store.creations()).isEqualTo(1);
    }

    @Test
    void should_not_take_the_object_of_somebody_else_for_its_own() {
        cluster.write(apply("a"));
        store.after((number, request) -> number == 2 ? Reply.status(504, "Timeout", "timeout") : null);
        ObjectNode other = apply("a").body().deepCopy();
        other.withObject("/data").put("a", "mine");

        ApiFailure failure = catchThrowableOfType(
                ApiFailure.class, () -> cluster.write(Write.create(configMap("a"), other, "gantry")));

        assertThat(failure.reason()).isEqualTo(Reasons.ALREADY_EXISTS);
    }

    @Test
    void should_say_at_once_that_an_object_is_there_already() {
        cluster.write(apply("a"));

        ApiFailure failure = catchThrowableOfType(
                ApiFailure.class,
                () -> cluster.write(Write.create(configMap("a"), apply("a").body(), "gantry")));

        assertThat(failure.reason()).isEqualTo(Reasons.ALREADY_EXISTS);
        assertThat(store.requests()).isEqualTo(2);
    }

    @Test
    void should_recognize_its_own_replacement_that_got_no_answer() {
        ObjectNode body = cluster.write(apply("a")).object().deepCopy();
        body.withObject("/data").put("a", "c");
        store.after((number, request) -> number == 2 ? new Reply.Reset() : null);

        Written written = cluster.write(new Write(Write.Method.REPLACE, configMap("a"), body, "gantry", false, false));

        assertThat(written.object().path("data").path("a").asText()).isEqualTo("c");
        assertThat(written.object().path("metadata").path("resourceVersion").asText())
                .isEqualTo("2");
    }

    @Test
    void should_leave_it_to_the_caller_to_replace_what_has_changed_meanwhile() {
        ObjectNode body = cluster.write(apply("a")).object().deepCopy();
        body.withObject("/metadata").put("resourceVersion", "0");

        ApiFailure failure = catchThrowableOfType(
                ApiFailure.class,
                () -> cluster.write(new Write(Write.Method.REPLACE, configMap("a"), body, "gantry", false, false)));

        assertThat(failure.status()).isEqualTo(409);
        assertThat(store.requests()).isEqualTo(2);
    }

    @Test
    void should_send_a_json_patch_again_only_if_it_is_for_one_version() {
        store.before((number, request) -> Reply.status(500, "", "etcdserver: request timed out"));

        assertThat(patched("/data/a").tries()).isEqualTo(1);
        assertThat(store.requests()).isEqualTo(1);
        assertThat(patched("/metadata/resourceVersion").tries()).isGreaterThan(1);
    }

    private ApiFailure patched(String path) {
        var patch = Wire.JSON.createArrayNode();
        patch.addObject().put("op", "replace").put("path", path).put("value", "1");
        Write write = new Write(Write.Method.JSON_PATCH, configMap("a"), patch, "gantry", false, false);
        return catchThrowableOfType(ApiFailure.class, () -> cluster.write(write));
    }

    @Test
    void should_be_content_with_a_deletion_that_got_no_answer() {
        String uid = uid(cluster.write(apply("a")).object());
        store.after((number, request) -> number == 2 ? new Reply.Reset() : null);

        cluster.delete(new Deletion(configMap("a"), uid, null, false));

        assertThat(store.objects()).isEmpty();
        assertThat(store.requests()).isEqualTo(3);
    }

    @Test
    void should_leave_alone_what_somebody_made_after_a_deletion_that_got_no_answer() {
        String uid = uid(cluster.write(apply("a")).object());
        store.after((number, request) -> {
            if (number == 2) {
                store.apply(new Received(
                        "PATCH", request.path(), "", Map.of(), apply("a").body().toString()));
                return new Reply.Reset();
            }
            return null;
        });

        cluster.delete(new Deletion(configMap("a"), uid, null, false));

        assertThat(store.objects()).hasSize(1);
        assertThat(uid(cluster.get(configMap("a")).orElseThrow())).isNotEqualTo(uid);
    }

    @Test
    void should_be_content_with_an_object_that_is_on_its_way_out() {
        store.before((number, request) -> switch (number) {
            case 1 -> new Reply.Reset();
            case 2 -> Reply.status(409, "Conflict", "the ResourceVersion in the precondition (1) does not match");
            default -> Reply.json(200, "{\"metadata\":{\"uid\":\"u\",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"}}");
        });

        cluster.delete(new Deletion(configMap("a"), "u", "1", false));

        assertThat(store.requests()).isEqualTo(3);
    }

    @Test
    void should_say_at_once_that_another_object_has_the_name() {
        cluster.write(apply("a"));

        ApiFailure failure = catchThrowableOfType(
                ApiFailure.class, () -> cluster.delete(new Deletion(configMap("a"), "other", null, false)));

        assertThat(failure.status()).isEqualTo(409);
        assertThat(store.objects()).hasSize(1);
        assertThat(time.waits()).isEmpty();
    }

    private static String uid(ObjectNode object) {
        return object.path("metadata").path("uid").asText();
    }
}
