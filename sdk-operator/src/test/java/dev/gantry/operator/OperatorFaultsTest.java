package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.KnownObjects;
import dev.gantry.engine.OwnedObjects;
import dev.gantry.engine.OwnedOutcome;
import dev.gantry.engine.Owner;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Time;
import dev.gantry.fake.RecordedRequest;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does when the cluster fails, or the operator itself ends anywhere. */
class OperatorFaultsTest extends OnMemoryCluster {

    private static final String SPEC = "image: 'registry.k8s.io/pause:3.10', replicas: 2, storage: true";

    private Life life;

    @BeforeEach
    void openTheCluster() {
        life = new Life(kubeconfig, "shops", false);
    }

    @AfterEach
    void closeTheCluster() {
        server.faults().clear();
        life.close();
    }

    private static boolean isOfOperator(RecordedRequest request) {
        return request.isWrite() && request.parameter("fieldManager").startsWith("gantry-");
    }

    private void assertComplete() {
        assertThat(server.objects("apps/v1", "Deployment")).hasSize(1);
        assertThat(server.objects("v1", "Service")).hasSize(1);
        assertThat(server.objects("v1", "PersistentVolumeClaim")).hasSize(1);
        List<ObjectNode> secrets = server.objects("v1", "Secret");
        assertThat(secrets).hasSize(1);
        assertThat(secrets.get(0).at("/data/password").asText()).isNotEmpty();
    }

    @Test
    void should_try_again_as_long_as_the_server_has_too_much_to_do_or_fails() {
        server.faults()
                .on(OperatorFaultsTest::isOfOperator)
                .nth(2)
                .times(4)
                .answer(429, "TooManyRequests", "slow down", Map.of("Retry-After", "1"));
        server.faults()
                .on(OperatorFaultsTest::isOfOperator)
                .nth(8)
                .times(4)
                .answer(500, "InternalError", "etcd has no leader");
        life.operator();

        life.shop("web", SPEC);
        life.awaitReady("web", "True");

        assertComplete();
    }

    @Test
    void should_say_that_the_cluster_fails_if_it_goes_on_and_leave_the_phase_as_it_is() {
        life.operator();
        life.shop("web", SPEC);
        life.awaitReady("web", "True");
        server.faults()
                .on(request -> isOfOperator(request) && request.isAbout("deployments"))
                .forever()
                .answer(500, "InternalError", "etcd has no leader");

        life.shop("web", "image: 'registry.k8s.io/pause:3.10', replicas: 3, storage: true");
        life.awaitShop("web", "the cluster fails", shop -> life.ready("web").startsWith("Unknown ClusterFails"));

        assertThat(life.ready("web")).contains("etcd has no leader");
        assertThat(life.shop("web").at("/status/phase").asText()).isEqualTo("Running");
        server.faults().clear();
        life.awaitReady("web", "True");
    }

    @Test
    void should_start_although_the_server_fails_for_a_moment() {
        life.shop("web", SPEC);
        server.faults()
                .on(request -> request.method().equals("GET") && request.isAbout("services"))
                .times(2)
                .answer(500, "InternalError", "etcd has no leader");

        life.operator();

        life.awaitReady("web", "True");
    }

    @Test
    void should_watch_on_after_connections_break_and_changes_were_missed() {
        life.operator();
        life.shop("web", SPEC);
        life.awaitReady("web", "True");

        server.forgetChanges();
        life.delete("v1", "Service", "web");

        life.awaitObject("v1", "Service", "web", "is made again", live -> true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void should_converge_after_it_was_killed_wherever_that_was(int write) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        server.faults()
                .on(OperatorFaultsTest::isOfOperator)
                .nth(write)
                .forever()
                .after(reached::countDown);
        // From that write on nothing of this one comes through, as if it was no more.
        Predicate<RecordedRequest> later = request -> isOfOperator(request) && reached.getCount() == 0;
        RunningOperator first = life.operator();
        life.shop("web", SPEC);
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        server.faults().clear();
        server.faults().on(later).forever().resetBefore();
        first.close();
        server.faults().clear();
        String password = server.objects("v1", "Secret").stream()
                .map(secret -> secret.at("/data/password").asText())
                .findFirst()
                .orElse("");

        life.operator();
        life.awaitReady("web", "True");

        assertComplete();
        if (!password.isEmpty()) {
            assertThat(life.live("v1", "Secret", "web-storage")
                            .at("/data/password")
                            .asText())
                    .isEqualTo(password);
        }
    }

    @Test
    void should_send_nothing_twice_after_a_restart_but_what_the_server_finds_to_be_the_same() {
        RunningOperator first = life.operator();
        life.shop("web", SPEC);
        life.awaitReady("web", "True");
        first.close();
        List<String> before = versions();
        server.forgetRequests();

        life.operator();
        Await.until(
                "all is applied once more",
                server::requests,
                () -> server.requests(RecordedRequest::isApply).size() >= 3);
        life.awaitReady("web", "True");

        assertThat(versions()).isEqualTo(before);
    }

    private List<String> versions() {
        return List.of("Deployment apps/v1", "Service v1", "Secret v1", "PersistentVolumeClaim v1").stream()
                .map(kind -> kind.split(" ", 2))
                .map(kind -> server.objects(kind[1], kind[0])
                        .get(0)
                        .at("/metadata/resourceVersion")
                        .asText())
                .toList();
    }

    @Test
    void should_finish_what_is_being_done_before_it_stops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        server.faults()
                .on(request -> isOfOperator(request) && request.isAbout("services"))
                .after(begun::countDown);
        RunningOperator operator = life.operator();
        life.shop("web", SPEC);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        operator.close();

        assertComplete();
    }

    @Test
    void should_make_nothing_for_a_custom_resource_that_has_gone_meanwhile() {
        Shop shop = new Shop();
        shop.setMetadata(new ObjectMetaBuilder()
                .withName("web")
                .withNamespace("shops")
                .withUid("1-2-3")
                .build());
        shop.setSpec(new ShopSpec("registry.k8s.io/pause:3.10", 2, true, false));
        Operator<Shop> operator = Operator.of(Shop.class, Shops::define, Shops::options);
        StackProgram.Made made = new StackProgram<>(Shops::define, operator.options()).run(shop);
        Owner owner = new Owner("shop-operator", "example.com/v1", "Shop", "shops", "web", "1-2-3");
        OwnedObjects objects = new OwnedObjects(life.cluster(), Time.system());

        objects.forget(owner);
        OwnedOutcome outcome = objects.bring(owner, made.release(), new NothingKnown(), kind -> false);

        assertThat(outcome.pending()).isNotEmpty();
        assertThat(objects.isGone(owner)).isTrue();
        assertThat(server.requests(OperatorFaultsTest::isOfOperator)).isEmpty();
    }

    /** The watch has told nothing yet. */
    private static final class NothingKnown implements KnownObjects {

        @Override
        public boolean covers(ApiResource resource) {
            return true;
        }

        @Override
        public Optional<ObjectNode> get(ObjectRef ref) {
            return Optional.empty();
        }

        @Override
        public List<Known> of(Owner owner) {
            return List.of();
        }

        @Override
        public void written(ObjectRef ref, ObjectNode now, @Nullable ObjectNode before) {}
    }

    @Test
    void should_say_what_it_is_not_allowed() {
        server.access().forbid("patch", "services");
        life.operator();

        life.shop("web", SPEC);
        life.awaitReady("web", "False Refused");

        assertThat(life.ready("web")).contains("GTY-CLU-017");
        server.access().permitEverything();
        life.awaitReady("web", "True");
    }

    @Test
    void should_not_show_the_values_of_secrets_anywhere() {
        life.operator();
        life.shop("web", SPEC);
        life.awaitReady("web", "True");
        String password =
                life.live("v1", "Secret", "web-storage").at("/data/password").asText();

        JsonNode status = life.shop("web").path("status");

        assertThat(status.toString()).doesNotContain(password);
        assertThat(life.events("web").toString()).doesNotContain(password);
        assertThat(server.requests(request ->
                        request.isWrite() && request.body().toString().contains(password)))
                .hasSize(1);
    }
}
