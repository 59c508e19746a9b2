package dev.gantry.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.TestCluster;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator does as long as the cluster does what it is asked; on the server in memory, or a real one. */
class OperatorLifeTest {

    private static final String IMAGE = "image: 'registry.k8s.io/pause:3.10'";

    private static boolean defined;

    private Life life;

    @BeforeEach
    void openTheCluster() {
        life = new Life(
                TestCluster.kubeconfig(),
                "gantry-" + UUID.randomUUID().toString().substring(0, 8),
                true);
        defined |= life.hasDefined();
    }

    @AfterAll
    static void leaveNoDefinitionBehind() {
        if (defined) {
            Life.undefine(TestCluster.kubeconfig());
        }
    }

    @AfterEach
    void leaveNothingBehind() {
        life.close();
    }

    @Test
    void should_make_what_a_custom_resource_asks_for_and_say_how_far_it_has_come() {
        life.operator();

        ObjectNode shop = life.shop("web", IMAGE + ", replicas: 2");
        ObjectNode deployment = life.deployment("web");
        life.awaitReady("web", "False Progressing: Deployment web");
        String phase = life.shop("web").at("/status/phase").asText();
        life.bringUp("web");
        life.awaitReady("web", "True Ready: all 2 objects are ready");

        assertThat(phase).isEqualTo("Pending");
        JsonNode owner = deployment.at("/metadata/ownerReferences/0");
        assertThat(owner.path("uid")).isEqualTo(shop.at("/metadata/uid"));
        assertThat(owner.path("controller").asBoolean()).isTrue();
        assertThat(deployment.at("/metadata/labels/gantry.dev~1operator").asText())
                .isEqualTo("shop-operator");
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        JsonNode status = life.shop("web").path("status");
        assertThat(status.path("phase").asText()).isEqualTo("Running");
        assertThat(status.path("readyReplicas").asInt()).isEqualTo(2);
        assertThat(status.path("observedGeneration").asLong()).isEqualTo(1);
        Await.until(
                "both are told",
                () -> life.events("web"),
                () -> life.events("web").size() >= 2);
        assertThat(life.events("web").get(0)).startsWith("Normal Progressing: ");
        assertThat(life.events("web").get(1)).isEqualTo("Normal Ready: all 2 objects are ready");
    }

    @Test
    void should_follow_each_change_and_keep_the_time_of_a_transition() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1");
        life.bringUp("web");
        life.awaitReady("web", "True");

        life.shop("web", "image: 'registry.k8s.io/pause:3.9', replicas: 5");
        life.awaitObject(
                "apps/v1",
                "Deployment",
                "web",
                "has 5 replicas of the other image",
                live -> live.at("/spec/replicas").asInt() == 5
                        && live.toString().contains("pause:3.9"));
        life.awaitReady("web", "False Progressing");
        life.bringUp("web");
        life.awaitReady("web", "True");

        assertThat(life.shop("web").at("/status/readyReplicas").asInt()).isEqualTo(5);
        assertThat(life.shop("web").at("/status/observedGeneration").asLong()).isEqualTo(2);
        String since =
                life.shop("web").at("/status/conditions/0/lastTransitionTime").asText();
        life.change(life.ref("example.com/v1", "Shop", "web"), "/metadata/labels", java.util.Map.of("tier", "web"));
        life.change(life.ref("apps/v1", "Deployment", "web"), "/metadata/annotations/note", "hello");
        life.awaitReady("web", "True");
        assertThat(life.shop("web")
                        .at("/status/conditions/0/lastTransitionTime")
                        .asText())
                .isEqualTo(since);
    }

    @Test
    void should_change_back_what_somebody_else_changes_and_leave_alone_what_it_does_not_set() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 2");
        life.bringUp("web");
        life.awaitReady("web", "True");

        life.change(life.ref("apps/v1", "Deployment", "web"), "/metadata/annotations/note", "hello");
        life.change(life.ref("apps/v1", "Deployment", "web"), "/spec/replicas", 7);

        ObjectNode back = life.awaitObject(
                "apps/v1",
                "Deployment",
                "web",
                "has 2 replicas",
                live -> live.at("/spec/replicas").asInt() == 2);
        assertThat(back.at("/metadata/annotations/note").asText()).isEqualTo("hello");
        Await.until(
                "it is told",
                () -> life.events("web"),
                () -> life.events("web").stream()
                        .anyMatch(event -> event.contains("ChangedBack: Deployment ")
                                && event.contains(".spec.replicas by somebody")));
    }

    @Test
    void should_make_again_what_somebody_deletes() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1");
        String before = life.awaitObject("v1", "Service", "web", "is there", live -> true)
                .at("/metadata/uid")
                .asText();

        life.delete("v1", "Service", "web");

        life.awaitObject(
                "v1",
                "Service",
                "web",
                "is another one",
                live -> !live.at("/metadata/uid").asText().equals(before));
    }

    @Test
    void should_delete_what_is_no_longer_asked_for() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1, storage: true");
        life.awaitObject("v1", "PersistentVolumeClaim", "web-storage", "is there", live -> true);
        String password = life.awaitObject("v1", "Secret", "web-storage", "is there", live -> true)
                .at("/data/password")
                .asText();

        life.shop("web", IMAGE + ", replicas: 1, storage: false");

        life.awaitGone("v1", "Secret", "web-storage");
        // Pods that use it keep a claim on a real cluster; it is being deleted, in any case.
        Await.until(
                "the claim goes",
                () -> "",
                () -> life.find("v1", "PersistentVolumeClaim", "web-storage")
                        .filter(live -> !live.path("metadata").has("deletionTimestamp"))
                        .isEmpty());
        assertThat(password).isNotEmpty();
        assertThat(life.find("v1", "Service", "web")).isPresent();
        Await.until(
                "it is told",
                () -> life.events("web"),
                () -> life.events("web").stream().anyMatch(event -> event.startsWith("Normal Deleted: ")));
    }

    @Test
    void should_keep_what_is_to_be_kept_and_find_it_again() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1, storage: true, keepsStorage: true");
        ObjectNode claim = life.awaitObject("v1", "PersistentVolumeClaim", "web-storage", "is there", live -> true);
        ObjectNode secret = life.awaitObject("v1", "Secret", "web-storage", "is there", live -> true);

        life.shop("web", IMAGE + ", replicas: 1, storage: false, keepsStorage: true");
        life.awaitObject(
                "apps/v1",
                "Deployment",
                "web",
                "has no password",
                live -> !live.toString().contains("PASSWORD"));
        life.awaitReady("web", "False");
        life.delete("example.com/v1", "Shop", "web");
        life.awaitGone("example.com/v1", "Shop", "web");
        life.awaitGone("apps/v1", "Deployment", "web");
        life.awaitGone("v1", "Service", "web");
        life.shop("web", IMAGE + ", replicas: 1, storage: true, keepsStorage: true");
        life.awaitObject(
                "apps/v1",
                "Deployment",
                "web",
                "has the password",
                live -> live.toString().contains("PASSWORD"));

        assertThat(claim.path("metadata").has("ownerReferences")).isFalse();
        assertThat(life.live("v1", "PersistentVolumeClaim", "web-storage").at("/metadata/uid"))
                .isEqualTo(claim.at("/metadata/uid"));
        assertThat(life.live("v1", "Secret", "web-storage").path("data")).isEqualTo(secret.path("data"));
    }

    @Test
    void should_delete_what_was_kept_as_soon_as_the_custom_resource_says_so() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1, storage: true, keepsStorage: true");
        life.awaitObject("v1", "Secret", "web-storage", "is there", live -> true);
        life.shop("web", IMAGE + ", replicas: 1, storage: false, keepsStorage: true");
        life.awaitObject(
                "apps/v1",
                "Deployment",
                "web",
                "has no password",
                live -> !live.toString().contains("PASSWORD"));

        life.shop("web", IMAGE + ", replicas: 1, storage: false, keepsStorage: false");

        life.awaitGone("v1", "Secret", "web-storage");
    }

    @Test
    void should_keep_what_is_to_be_kept_from_the_moment_at_which_nobody_asks_for_it() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1, storage: true, keepsStorage: false");
        ObjectNode claim = life.awaitObject(
                "v1",
                "PersistentVolumeClaim",
                "web-storage",
                "is there",
                live -> !live.at("/metadata/ownerReferences").isEmpty());
        ObjectNode secret = life.awaitObject(
                "v1",
                "Secret",
                "web-storage",
                "is there",
                live -> !live.at("/metadata/ownerReferences").isEmpty());

        life.shop("web", IMAGE + ", replicas: 1, storage: false, keepsStorage: true");

        awaitReleased("PersistentVolumeClaim", "web-storage");
        awaitReleased("Secret", "web-storage");
        life.delete("example.com/v1", "Shop", "web");
        life.awaitGone("example.com/v1", "Shop", "web");
        life.awaitGone("apps/v1", "Deployment", "web");
        assertThat(life.live("v1", "PersistentVolumeClaim", "web-storage").at("/metadata/uid"))
                .isEqualTo(claim.at("/metadata/uid"));
        assertThat(life.live("v1", "Secret", "web-storage").path("data")).isEqualTo(secret.path("data"));
    }

    @Test
    void should_keep_what_somebody_has_marked_in_the_cluster_whether_it_is_asked_for_or_not() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1, storage: true, keepsStorage: false");
        for (String kind : List.of("PersistentVolumeClaim", "Secret", "Service")) {
            String name = kind.equals("Service") ? "web" : "web-storage";
            life.awaitObject(
                    "v1",
                    kind,
                    name,
                    "is owned",
                    live -> !live.at("/metadata/ownerReferences").isEmpty());
            life.change(life.ref("v1", kind, name), "/metadata/annotations/gantry.dev~1prune", "keep");
        }

        life.shop("web", IMAGE + ", replicas: 1, storage: false, keepsStorage: false");

        awaitReleased("PersistentVolumeClaim", "web-storage");
        awaitReleased("Secret", "web-storage");
        awaitReleased("Service", "web");
        life.delete("example.com/v1", "Shop", "web");
        life.awaitGone("apps/v1", "Deployment", "web");
        assertThat(life.find("v1", "PersistentVolumeClaim", "web-storage")).isPresent();
        assertThat(life.find("v1", "Secret", "web-storage")).isPresent();
        assertThat(life.find("v1", "Service", "web")).isPresent();
    }

    private void awaitReleased(String kind, String name) {
        life.awaitObject(
                "v1",
                kind,
                name,
                "is no longer owned",
                live -> live.at("/metadata/ownerReferences").isEmpty());
    }

    @Test
    void should_apply_nothing_of_what_is_not_possible_and_say_what_is_wrong() {
        life.operator();

        life.shop("web", "image: 'not an image', replicas: 1");
        life.awaitReady("web", "False Invalid");

        assertThat(life.ready("web")).contains("not an image").contains("GTY-VAL-005");
        assertThat(life.shop("web").at("/status/phase").asText()).isEqualTo("Failed");
        assertThat(life.find("v1", "Service", "web")).isEmpty();
        Await.until(
                "it is told",
                () -> life.events("web"),
                () -> life.events("web").stream().anyMatch(event -> event.startsWith("Warning Invalid: ")));

        life.shop("web", IMAGE + ", replicas: 1");
        life.bringUp("web");
        life.awaitReady("web", "True");
    }

    @Test
    void should_keep_what_runs_when_the_next_thing_asked_for_is_not_possible() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1");
        life.bringUp("web");
        life.awaitReady("web", "True");

        life.shop("web", "image: 'not an image', replicas: 3");
        life.awaitReady("web", "False Invalid");

        assertThat(life.deployment("web").at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void should_leave_alone_what_somebody_else_has_made() {
        life.operator();
        life.apply("{apiVersion: v1, kind: Service, metadata: {name: web, namespace: "
                + life.ref("v1", "Service", "web").namespace()
                + "}, spec: {type: NodePort, selector: {app: other}, ports: [{name: http, port: 80}]}}");

        life.shop("web", IMAGE + ", replicas: 1");
        life.awaitReady("web", "False Refused: Service ");

        assertThat(life.ready("web")).contains("GTY-OWN-001").contains("kubectl label services web");
        assertThat(life.live("v1", "Service", "web").at("/spec/selector/app").asText())
                .isEqualTo("other");
        life.change(
                life.ref("v1", "Service", "web"),
                "/metadata/labels",
                java.util.Map.of("gantry.dev/operator", "shop-operator"));
        life.awaitObject(
                "v1",
                "Service",
                "web",
                "is taken over",
                live -> live.path("metadata").has("ownerReferences")
                        && live.at("/spec/selector/app").asText().equals("web"));
    }

    @Test
    void should_go_with_its_custom_resource() {
        life.operator();
        life.shop("web", IMAGE + ", replicas: 1, storage: true");
        life.deployment("web");
        life.awaitObject("v1", "PersistentVolumeClaim", "web-storage", "is there", live -> true);

        life.delete("example.com/v1", "Shop", "web");

        life.awaitGone("apps/v1", "Deployment", "web");
        life.awaitGone("v1", "Service", "web");
        life.awaitGone("v1", "Secret", "web-storage");
    }

    @Test
    void should_do_something_before_a_custom_resource_goes_and_try_until_it_succeeds() {
        AtomicInteger tries = new AtomicInteger();
        List<String> deleted = new CopyOnWriteArrayList<>();
        life.operator(o -> o.onDelete(shop -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("the bucket does not answer");
            }
            deleted.add(shop.getMetadata().getName());
        }));
        life.shop("web", IMAGE + ", replicas: 1");
        life.deployment("web");

        life.delete("example.com/v1", "Shop", "web");

        life.awaitGone("example.com/v1", "Shop", "web");
        assertThat(deleted).containsExactly("web");
    }

    @Test
    void should_look_after_its_namespaces_and_its_custom_resources_only() {
        life.operator(o -> o.selector("tier=web"));
        life.shop("api", IMAGE + ", replicas: 1");
        life.shop("web", IMAGE + ", replicas: 1");
        life.change(life.ref("example.com/v1", "Shop", "web"), "/metadata/labels", java.util.Map.of("tier", "web"));

        life.deployment("web");

        assertThat(life.find("apps/v1", "Deployment", "api")).isEmpty();
        assertThat(life.shop("api").has("status")).isFalse();
    }
}
