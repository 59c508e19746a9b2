package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.access.ApiResource;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said when the code that its author wrote fails, or what is to be said is refused; and operators side by side. */
class OperatorCodeTest extends OnMemoryCluster {

    private static final String NAMESPACE = "shops";
    private static final String SPEC = "image: 'registry.k8s.io/pause:3.10', replicas: 1";

    private Life life;

    @BeforeEach
    void openTheCluster() {
        life = new Life(kubeconfig, NAMESPACE, false);
        life.define(Stalls.DEFINITION);
    }

    @AfterEach
    void closeTheCluster() {
        server.faults().clear();
        life.close();
    }

    @Test
    void should_say_that_the_code_of_the_operator_fails_but_not_what_its_exception_holds() {
        AtomicBoolean broken = new AtomicBoolean(true);
        life.operator(o -> o.keeps(
                shop -> {
                    if (broken.get()) {
                        throw new IllegalStateException("the password is hunter2");
                    }
                    return false;
                },
                ApiResource.SERVICES));

        life.shop("web", SPEC);
        life.awaitReady("web", "Unknown OperatorFails");

        assertThat(life.ready("web"))
                .contains("java.lang.IllegalStateException")
                .doesNotContain("hunter2");
        assertThat(life.shop("web").at("/status/phase").asText()).isEqualTo("Pending");
        awaitEvents("web", "Warning OperatorFails: ");
        broken.set(false);
        life.awaitReady("web", "True");
    }

    @Test
    void should_say_why_a_custom_resource_does_not_go() {
        AtomicBoolean broken = new AtomicBoolean(true);
        life.operator(o -> o.onDelete(shop -> {
            if (broken.get()) {
                throw new IllegalStateException("the bucket does not answer");
            }
        }));
        life.shop("web", SPEC);
        life.awaitReady("web", "True");

        life.delete("example.com/v1", "Shop", "web");

        awaitEvents("web", "Warning OperatorFails: It cannot go yet: ");
        broken.set(false);
        life.awaitGone("example.com/v1", "Shop", "web");
    }

    @Test
    void should_tell_of_a_kind_without_a_status_once_in_events() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (RunningOperator operator = Stalls.operator(
                kubeconfig,
                NAMESPACE,
                o -> o.keeps(
                        stall -> {
                            if (broken.get()) {
                                throw new IllegalStateException();
                            }
                            return false;
                        },
                        ApiResource.CONFIG_MAPS))) {
            life.apply(Stalls.named("pears", NAMESPACE, "ten"));
            awaitEvents("pears", "Warning OperatorFails: ");
            broken.set(false);
            awaitEvents("pears", "Normal Ready: ");
            life.apply(Stalls.named("pears", NAMESPACE, "nine"));
            life.awaitObject(
                    "v1",
                    "ConfigMap",
                    "pears-goods",
                    "is changed",
                    live -> live.at("/data/goods").asText().equals("nine"));
            life.apply(Stalls.named("apples", NAMESPACE, "one"));
            awaitEvents("apples", "Normal Ready: ");

            assertThat(operator.isHealthy()).isTrue();
            assertThat(server.objects("events.k8s.io/v1", "Event"))
                    .filteredOn(event -> event.at("/regarding/name").asText().equals("pears"))
                    .hasSize(2)
                    .allMatch(event -> !event.has("series"));
        }
    }

    @Test
    void should_tell_in_events_what_the_status_may_not_say_and_say_it_when_it_may() {
        server.faults()
                .on(request ->
                        request.method().equals("PATCH") && request.path().endsWith("/shops/web/status"))
                .forever()
                .answer(403, "Forbidden", "shops.example.com \"web\" is forbidden: User \"x\" cannot patch resource");
        life.operator();

        life.shop("web", SPEC);

        awaitEvents("web", "Warning ClusterFails: ");
        int seen = patchesOfStatus();
        Await.until("it is tried again and again", () -> "", () -> patchesOfStatus() > seen + 3);
        assertThat(life.events("web")).hasSize(3).last().asString().endsWith("cannot patch resource");
        assertThat(server.objects("events.k8s.io/v1", "Event")).noneMatch(event -> event.has("series"));
        server.faults().clear();
        life.awaitReady("web", "True");
    }

    private int patchesOfStatus() {
        return server.requests(request -> request.path().endsWith("/shops/web/status"))
                .size();
    }

    @Test
    void should_make_what_is_missing_when_a_custom_resource_comes_back_to_what_is_selected() {
        life.operator(o -> o.selector("tier=web"));
        life.shop("web", SPEC);
        select(Map.of("tier", "web"));
        life.awaitReady("web", "True");

        select(Map.of());
        life.shop("web", SPEC + ", storage: true");
        select(Map.of("tier", "web"));

        life.awaitObject("v1", "PersistentVolumeClaim", "web-storage", "is made", live -> true);
        life.awaitReady("web", "True");
    }

    private void select(Map<String, String> labels) {
        life.change(life.ref("example.com/v1", "Shop", "web"), "/metadata/labels", labels);
    }

    @Test
    void should_take_back_an_object_that_has_lost_its_label() {
        life.operator();
        life.shop("web", SPEC);
        life.awaitReady("web", "True");

        life.change(life.ref("v1", "Service", "web"), "/metadata/labels", Map.of());

        life.awaitObject(
                "v1",
                "Service",
                "web",
                "has its label again",
                live -> live.path("metadata").path("labels").has("gantry.dev/operator"));
        life.awaitReady("web", "True");
    }

    @Test
    void should_work_without_a_status_where_the_definition_has_no_place_for_it() {
        life.apply(Shops.DEFINITION.replaceFirst(" *subresources: .*\n", ""));
        RunningOperator operator = life.operator();

        life.shop("web", SPEC);

        awaitEvents("web", "Normal Ready: ");
        assertThat(operator.findings()).extracting(Finding::code).containsExactly("GTY-OPR-008");
        assertThat(server.requests(request -> request.path().endsWith("/status") && request.isAbout("shops")))
                .isEmpty();
    }

    @Test
    void should_leave_what_an_operator_of_the_same_name_makes_for_another_kind() {
        life.operator(o -> o.name("together"));
        try (RunningOperator operator = Stalls.operator(kubeconfig, NAMESPACE, o -> o.name("together"))) {
            life.shop("web", SPEC);
            life.apply(Stalls.named("web", NAMESPACE, "ten"));
            life.awaitReady("web", "True");
            ObjectNode goods = life.awaitObject("v1", "ConfigMap", "web-goods", "is there", live -> true);
            ObjectNode server = life.deployment("web");
            life.shop("web", "image: 'registry.k8s.io/pause:3.10', replicas: 2");
            life.awaitReady("web", "True");
            life.apply(Stalls.named("web", NAMESPACE, "nine"));
            life.awaitObject(
                    "v1",
                    "ConfigMap",
                    "web-goods",
                    "is changed",
                    live -> live.at("/data/goods").asText().equals("nine"));

            assertThat(operator.isHealthy()).isTrue();
            assertThat(List.of(life.live("v1", "ConfigMap", "web-goods"), life.deployment("web")))
                    .extracting(live -> live.at("/metadata/uid"))
                    .containsExactly(goods.at("/metadata/uid"), server.at("/metadata/uid"));
            assertThat(this.server.requests(request -> request.method().equals("DELETE")))
                    .isEmpty();
        }
    }

    private void awaitEvents(String name, String beginning) {
        Await.until(
                "an event: " + beginning,
                () -> life.events(name),
                () -> life.events(name).stream().anyMatch(event -> event.startsWith(beginning)));
    }
}
