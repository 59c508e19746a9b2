package dev.gantry.engine.cluster;

import static dev.gantry.engine.cluster.Clusters.CONFIG_MAP;
import static dev.gantry.engine.cluster.Clusters.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.problem.ClusterRule;
import dev.gantry.engine.problem.Rejection;
import dev.gantry.fake.FakeCluster;
import dev.gantry.fake.Fault;
import dev.gantry.fake.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The faults of requests, against a server that means what Kubernetes means. */
class FailingRequestsTest {

    private final FakeTime time = new FakeTime();
    private final FakeCluster server = FakeCluster.start();
    private final PatientCluster cluster = patient(Duration.ofSeconds(30));

    private PatientCluster patient(Duration limit) {
        return new PatientCluster(
                Clusters.open(URI.create(server.url()), limit),
                new Patience(time, FakeTime.START.plusSeconds(300), () -> 1, (action, why, wait) -> {}));
    }

    @BeforeEach
    void createNamespace() {
        server.create("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
    }

    @AfterEach
    void close() {
        cluster.close();
        server.close();
    }

    @Test
    void should_succeed_after_too_many_requests_and_honour_the_wait() {
        applies().nth(7).times(3).answer(429, "TooManyRequests", "slow down", Map.of("Retry-After", "4"));

        applyTwenty();

        assertThat(maps()).isEqualTo(20);
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void should_succeed_after_the_server_was_not_available_twice() {
        applies().nth(3).times(2).answer(503, "ServiceUnavailable", "down");

        applyTwenty();

        assertThat(maps()).isEqualTo(20);
    }

    @Test
    void should_fail_at_the_deadline_where_the_server_is_not_available_for_ever() {
        applies().nth(6).forever().answer(503, "ServiceUnavailable", "down");

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, this::applyTwenty);

        assertThat(Rejection.rule(failure)).isEqualTo(ClusterRule.GAVE_UP);
        assertThat(maps()).isEqualTo(5);
        assertThat(time.passed()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void should_make_one_object_each_though_connections_break_before_or_after_the_commit() {
        applies().nth(3).times(2).resetBefore();
        applies().nth(9).times(2).resetAfterCommit();
        applies().nth(15).times(2).cutAnswer(20);

        applyTwenty();

        assertThat(maps()).isEqualTo(20);
        assertThat(server.objects("v1", "ConfigMap"))
                .allSatisfy(object ->
                        assertThat(object.path("data").path("a").asText()).isEqualTo("b"));
    }

    @Test
    void should_apply_again_where_the_answer_does_not_come_in_time() {
        PatientCluster hasty = patient(Duration.ofMillis(300));
        Fault fault = applies().hangAfterCommit(Duration.ofMinutes(1));

        Written written = hasty.write(apply("a"));

        assertThat(written.object().path("data").path("a").asText()).isEqualTo("b");
        assertThat(server.requests(RecordedRequest::isApply)).hasSize(2);
        fault.release();
        hasty.close();
    }

    @Test
    void should_report_as_applied_what_a_gateway_gave_up_on() {
        applies().answerAfterCommit(504, "Timeout", "request did not complete");

        Written written = cluster.write(apply("a"));

        assertThat(written.object().path("metadata").path("uid").asText()).isNotEmpty();
        assertThat(maps()).isEqualTo(1);
    }

    @Test
    void should_stop_where_the_credentials_are_refused_and_complete_the_next_time() {
        applies().nth(10).forever().answer(401, "Unauthorized", "Unauthorized");

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, this::applyTwenty);

        assertThat(Rejection.rule(failure)).isEqualTo(ClusterRule.UNAUTHORIZED);
        assertThat(server.requests(RecordedRequest::isApply)).hasSize(10);
        server.faults().clear();
        applyTwenty();
        assertThat(maps()).isEqualTo(20);
    }

    @Test
    void should_never_hand_over_a_part_of_a_list_for_the_whole() {
        server.faults().on(FailingRequestsTest::isList).forever().answer(500, "InternalError", "etcdserver: no leader");
        Listing listing = new Listing(CONFIG_MAP, "shop", "", true, 0, object -> {});

        assertThat(Rejection.rule(catchThrowableOfType(ApiFailure.class, () -> cluster.list(listing))))
                .isEqualTo(ClusterRule.GAVE_UP);
        server.faults().clear();
        server.faults().on(FailingRequestsTest::isList).forever().answer(403, "Forbidden", "no");
        assertThat(Rejection.rule(catchThrowableOfType(ApiFailure.class, () -> cluster.list(listing))))
                .isEqualTo(ClusterRule.FORBIDDEN);
    }

    @Test
    void should_list_many_objects_page_by_page() {
        IntStream.range(0, 1100)
                .forEach(i -> server.create("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m" + i
                        + ", namespace: shop}\ndata: {a: b}\n"));
        List<ObjectNode> found = new ArrayList<>();

        cluster.list(new Listing(CONFIG_MAP, "shop", "", true, 0, found::add));

        assertThat(found).hasSize(1100);
        assertThat(found).allSatisfy(object -> {
            assertThat(object.path("kind").asText()).isEqualTo("ConfigMap");
            assertThat(object.has("data")).isFalse();
        });
        assertThat(server.requests(FailingRequestsTest::isList)).hasSize(3);
    }

    @Test
    void should_say_what_is_in_conflict_and_take_it_over_by_force() {
        server.apply(
                "kubectl-edit",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\ndata: {a: c}\n");

        ApiFailure failure = catchThrowableOfType(ApiFailure.class, () -> cluster.write(apply("a")));

        assertThat(Rejection.conflicts(failure)).containsExactly(new Rejection.OwnedField(".data.a", "kubectl-edit"));
        assertThat(cluster.write(apply("a").forced())
                        .object()
                        .path("data")
                        .path("a")
                        .asText())
                .isEqualTo("b");
    }

    private static boolean isList(RecordedRequest request) {
        return request.method().equals("GET") && request.path().endsWith("/configmaps");
    }

    private Fault applies() {
        return server.faults().on(RecordedRequest::isApply);
    }

    private void applyTwenty() {
        IntStream.range(0, 20).forEach(i -> cluster.write(apply("c" + i)));
    }

    private int maps() {
        return server.objects("v1", "ConfigMap").size();
    }
}
