package dev.gantry.engine.release.prune;

import static dev.gantry.engine.release.MemoryCluster.failure;
import static dev.gantry.engine.release.MemoryCluster.object;
import static dev.gantry.engine.release.Releases.HOME;
import static dev.gantry.engine.release.Releases.configMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.plan.Step;
import dev.gantry.engine.release.ApplySet;
import dev.gantry.engine.release.MemoryCluster;
import dev.gantry.engine.release.ObjectMeta;
import dev.gantry.engine.release.Releases;
import dev.gantry.engine.release.SteppedTime;
import dev.gantry.finding.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeletionsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final MemoryCluster cluster = new MemoryCluster();
    private final SteppedTime time = new SteppedTime();
    private final List<String> told = new ArrayList<>();
    private final Runnable[] check = {() -> {}};
    private final Deletions deletions = new Deletions(
            cluster,
            HOME,
            time,
            new Collateral(cluster, HOME, new PruneOptions(Set.of("CustomResourceDefinition"), Selection.NONE)),
            () -> check[0].run(),
            new PruneWatcher() {
                @Override
                public void pruned(ResourceId id) {
                    told.add("pruned " + id);
                }

                @Override
                public void kept(ResourceId id, String why) {
                    told.add("kept " + id + ": " + why);
                }

                @Override
                public void waiting(List<Leaving> objects) {
                    objects.forEach(each -> told.add("waiting " + each.id() + ": " + each.reason()));
                }
            });

    @Test
    void should_delete_wave_by_wave() throws InterruptedException {
        Deletions.Result result = deletions.run(
                List.of(List.of(there(configMap("a")), there(configMap("b"))), List.of(there(configMap("c")))), LIMIT);
        assertThat(result.left()).isEmpty();
        assertThat(result.findings()).isEmpty();
        assertThat(told)
                .containsExactly("pruned ConfigMap shop/a", "pruned ConfigMap shop/b", "pruned ConfigMap shop/c");
        assertThat(cluster.names("ConfigMap")).isEmpty();
        assertThat(time.slept()).isZero();
    }

    @Test
    void should_wait_until_finalizers_are_done_before_the_next_wave() throws InterruptedException {
        ObjectNode held = configMap("a");
        held.withObject("/metadata").withArray("/finalizers").add("acme.com/backup");
        Step.Prune first = there(held);
        Step.Prune second = there(configMap("b"));
        time.afterEachSleep(now -> {
            assertThat(cluster.names("ConfigMap")).contains("shop/b");
            if (time.slept().toSeconds() == 3) {
                cluster.take(cluster.ref(held));
            }
        });
        assertThat(deletions
                        .run(List.of(List.of(first), List.of(second)), LIMIT)
                        .left())
                .isEmpty();
        assertThat(told)
                .containsExactly(
                        "waiting ConfigMap shop/a: finalizers acme.com/backup",
                        "waiting ConfigMap shop/a: finalizers acme.com/backup",
                        "waiting ConfigMap shop/a: finalizers acme.com/backup",
                        "pruned ConfigMap shop/a",
                        "pruned ConfigMap shop/b");
    }

    @Test
    void should_stop_at_the_limit_and_name_the_finalizers() throws InterruptedException {
        ObjectNode held = configMap("a");
        held.withObject("/metadata").withArray("/finalizers").add("acme.com/backup");
        Deletions.Result result = deletions.run(List.of(List.of(there(held)), List.of(there(configMap("b")))), LIMIT);
        assertThat(time.slept()).isEqualTo(LIMIT);
        assertThat(result.left()).extracting(ResourceId::name).containsExactly("a", "b");
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-016");
            assertThat(finding.message()).contains("ConfigMap shop/a").contains("finalizers acme.com/backup");
        });
        assertThat(cluster.names("ConfigMap")).containsExactly("shop/a", "shop/b");
    }

    @Test
    void should_not_wait_where_that_is_not_wanted() throws InterruptedException {
        ObjectNode held = configMap("a");
        held.withObject("/metadata").withArray("/finalizers").add("acme.com/backup");
        Deletions.Result result =
                deletions.run(List.of(List.of(there(held)), List.of(there(configMap("b")))), Duration.ZERO);
        assertThat(result.findings()).isEmpty();
        assertThat(result.left()).extracting(ResourceId::name).containsExactly("a");
        assertThat(cluster.names("ConfigMap")).containsExactly("shop/a");
    }

    @Test
    void should_keep_in_the_inventory_what_the_server_refuses_to_delete_and_go_no_further()
            throws InterruptedException {
        cluster.failBefore(request -> request.equals("delete ConfigMap shop/a")
                ? failure(403, "Forbidden", "admission webhook \"no\" denied the request")
                : null);
        Deletions.Result result = deletions.run(
                List.of(List.of(there(configMap("a")), there(configMap("b"))), List.of(there(configMap("c")))), LIMIT);
        assertThat(result.left()).extracting(ResourceId::name).containsExactly("a", "b", "c");
        assertThat(result.findings())
                .extracting(Finding::message)
                .singleElement()
                .satisfies(message -> assertThat(message).contains("webhook \"no\""));
    }

    @Test
    void should_not_delete_another_object_of_the_name() throws InterruptedException {
        Step.Prune old = there(configMap("a"));
        cluster.put(configMap("a"), "kubectl");
        Deletions.Result result = deletions.run(List.of(List.of(old)), LIMIT);
        assertThat(result.left()).isEmpty();
        assertThat(result.findings()).isEmpty();
        assertThat(cluster.names("ConfigMap")).containsExactly("shop/a");
    }

    @Test
    void should_pass_over_what_is_gone_already() throws InterruptedException {
        Step.Prune gone = there(configMap("a"));
        cluster.take(cluster.ref(configMap("a")));
        Step.Prune kindless = new Step.Prune(new ResourceId("acme.com/v1", "Widget", "shop", "x"), "uid", List.of());
        assertThat(deletions.run(List.of(List.of(gone, kindless)), LIMIT).left())
                .isEmpty();
    }

    @Test
    void should_look_again_at_a_namespace_before_it_goes() throws InterruptedException {
        Step.Prune namespace = there(object("v1", "Namespace", null, "data"));
        cluster.put(object("v1", "PersistentVolumeClaim", "data", "db"), "somebody");
        Deletions.Result result = deletions.run(List.of(List.of(namespace)), LIMIT);
        assertThat(result.left()).extracting(ResourceId::name).containsExactly("data");
        assertThat(result.findings()).isEmpty();
        assertThat(told).singleElement().asString().startsWith("kept Namespace data: it still has");
        assertThat(cluster.names("Namespace")).containsExactly("data");
    }

    @Test
    void should_look_again_at_a_definition_before_it_goes() throws InterruptedException {
        Step.Prune definition =
                there(object("apiextensions.k8s.io/v1", "CustomResourceDefinition", null, "widgets.acme.com"));
        cluster.kind("acme.com/v1", "Widget", "widgets", true);
        cluster.put(object("acme.com/v1", "Widget", "elsewhere", "theirs"), "kubectl");
        Deletions.Result result = deletions.run(List.of(List.of(definition)), LIMIT);
        assertThat(result.left()).extracting(ResourceId::name).containsExactly("widgets.acme.com");
        assertThat(told).singleElement().asString().contains("it still has Widget elsewhere/theirs");
        assertThat(cluster.names("CustomResourceDefinition")).containsExactly("widgets.acme.com");
    }

    @Test
    void should_give_a_server_time_to_forget_a_group_before_it_keeps_a_namespace() throws InterruptedException {
        Step.Prune namespace = there(object("v1", "Namespace", null, "data"));
        cluster.silence("acme.com");
        time.afterEachSleep(now -> cluster.settle("acme.com"));
        assertThat(deletions.run(List.of(List.of(namespace)), LIMIT).left()).isEmpty();
        assertThat(told).containsExactly("pruned Namespace data");
    }

    @Test
    void should_keep_a_namespace_while_a_group_does_not_answer() throws InterruptedException {
        Step.Prune namespace = there(object("v1", "Namespace", null, "data"));
        cluster.silence("acme.com");
        assertThat(deletions.run(List.of(List.of(namespace)), LIMIT).left())
                .extracting(ResourceId::name)
                .containsExactly("data");
        assertThat(time.slept()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void should_keep_the_namespace_of_what_is_kept_at_the_last_moment() throws InterruptedException {
        ObjectNode map = object("v1", "ConfigMap", "data", "a");
        Step.Prune contents = there(map);
        Step.Prune namespace = there(object("v1", "Namespace", null, "data"));
        cluster.edit(
                cluster.ref(map),
                live -> live.withObject("/metadata/annotations").put("gantry.dev/prune", "keep"));
        Deletions.Result result = deletions.run(List.of(List.of(contents), List.of(namespace)), LIMIT);
        assertThat(result.left()).extracting(ResourceId::name).containsExactly("a", "data");
        assertThat(told).last().asString().isEqualTo("kept Namespace data: it still has ConfigMap data/a");
        assertThat(cluster.names("ConfigMap")).containsExactly("data/a");
    }

    @Test
    void should_delete_the_namespace_of_the_lock_after_everything_else() throws InterruptedException {
        Step.Prune home = there(object("v1", "Namespace", null, "shop"));
        Step.Prune data = there(object("v1", "Namespace", null, "data"));
        assertThat(deletions.run(List.of(List.of(home, data)), LIMIT).left()).isEmpty();
        assertThat(told).containsExactly("pruned Namespace data", "pruned Namespace shop");
    }

    @Test
    void should_write_nothing_once_the_lock_is_lost() {
        Step.Prune step = there(configMap("a"));
        check[0] = () -> {
            throw new IllegalStateException("lost");
        };
        assertThatThrownBy(() -> deletions.run(List.of(List.of(step)), LIMIT)).hasMessage("lost");
        Step.Keep keep = new Step.Keep(step.id(), step.uid(), "why", true);
        assertThatThrownBy(() -> deletions.release(List.of(keep))).hasMessage("lost");
        assertThat(cluster.names("ConfigMap")).containsExactly("shop/a");
    }

    @Test
    void should_take_the_label_off_what_goes_out_of_the_stack_and_off_nothing_else() {
        Step.Prune a = there(configMap("a"));
        Step.Prune b = there(configMap("b"));
        Step.Prune gone = there(configMap("gone"));
        cluster.take(cluster.ref(configMap("gone")));
        ObjectNode foreign = cluster.put(configMap("foreign"), "kubectl");
        deletions.release(List.of(
                new Step.Keep(a.id(), a.uid(), "why", true),
                new Step.Keep(b.id(), b.uid(), "data", false),
                new Step.Keep(gone.id(), gone.uid(), "why", true),
                new Step.Keep(
                        new ResourceId("v1", "ConfigMap", "shop", "foreign"),
                        ObjectMeta.of(foreign).uid(),
                        "x",
                        true)));
        assertThat(label("a")).isNull();
        assertThat(label("b")).isEqualTo(HOME.setId());
        assertThat(told).hasSize(4).first().isEqualTo("kept ConfigMap shop/a: why");
    }

    @Test
    void should_not_hide_that_the_label_could_not_be_taken_off() {
        Step.Prune a = there(configMap("a"));
        cluster.failBefore(request -> request.startsWith("repeatable_patch") ? failure(403, "Forbidden", "no") : null);
        assertThatThrownBy(() -> deletions.release(List.of(new Step.Keep(a.id(), a.uid(), "why", true))))
                .hasMessage("no");
    }

    private @org.jspecify.annotations.Nullable String label(String name) {
        return ObjectMeta.of(cluster.get(cluster.ref(configMap(name))).orElseThrow())
                .label(ApplySet.PART_OF);
    }

    private Step.Prune there(ObjectNode object) {
        ObjectNode live = cluster.put(HOME.member(object), "gantry");
        return new Step.Prune(Releases.desired(object).id(), ObjectMeta.of(live).uid(), List.of());
    }
}
