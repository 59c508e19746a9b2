package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.desired.Release;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.StackHome;
import dev.gantry.engine.release.history.Revision;
import dev.gantry.finding.FindingsException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Definitions and their resources, revisions, and runs beside each other. */
class LifecycleContractTest extends Contract {

    private String group() {
        return namespace + ".example.com";
    }

    private String definition(String plural, String kind) {
        deleteLater(new ObjectRef(
                ref("apiextensions.k8s.io/v1", "CustomResourceDefinition", "x").resource(),
                null,
                plural + "." + group()));
        return """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: %s.NS.example.com}
                spec:
                  group: NS.example.com
                  scope: Namespaced
                  names: {plural: %s, singular: %s, kind: %s}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec: {type: object, properties: {size: {type: integer}}}
                """.formatted(plural, plural, plural.substring(0, plural.length() - 1), kind);
    }

    @Test
    void should_apply_a_custom_resource_and_its_definition_in_one_run() {
        Release program = program(
                "{apiVersion: NS.example.com/v1, kind: Widget, metadata: {name: one, namespace: NS}, spec: {size: 3}}",
                definition("widgets", "Widget"));

        assertSucceeded(apply(options -> options.waits(true), program));

        cluster.discoverAgain();
        assertThat(live(group() + "/v1", "Widget", "one").at("/spec/size").asInt())
                .isEqualTo(3);
        assertThat(apply(program).plan().isUnchanged()).isTrue();
    }

    @Test
    void should_refuse_a_custom_resource_that_its_definition_does_not_allow_before_it_is_sent() {
        Outcome outcome = apply(
                options -> options.waits(true),
                program(
                        "{apiVersion: NS.example.com/v1, kind: Widget, metadata: {name: one, namespace: NS}, spec: {size: big}}",
                        configMap("settings", "a: b"),
                        definition("widgets", "Widget")));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.findings())
                .anyMatch(finding -> ("Widget " + namespace + "/one").equals(finding.resource())
                        && String.valueOf(finding.field()).startsWith("spec.size")
                        && "Shop.java:11".equals(String.valueOf(finding.origin())));
    }

    @Test
    void should_fail_at_once_for_a_definition_whose_names_are_taken() {
        make(SOMEBODY, definition("widgets", "Widget"));

        long begun = System.nanoTime();
        Outcome outcome = apply(options -> options.waits(true), program(definition("gadgets", "Widget")));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-APY-004");
            assertThat(says(finding, "Widget")).isTrue();
        });
        assertThat(System.nanoTime() - begun)
                .as("long before the timeout of 20 s")
                .isLessThan(15_000_000_000L);
    }

    @Test
    void should_roll_back_to_an_earlier_revision_and_count_it_as_a_new_one() {
        assertSucceeded(apply(program(configMap("web", "mode: fast"))));
        assertSucceeded(apply(program(configMap("web", "mode: slow"), configMap("more", "a: b"))));

        Outcome outcome = engine(cluster, options -> {}).rollback(home(), null);

        assertSucceeded(outcome);
        assertThat(live("v1", "ConfigMap", "web").at("/data/mode").asText()).isEqualTo("fast");
        assertThat(find("v1", "ConfigMap", "more")).as("of the later revision").isEmpty();
        assertThat(history()).containsExactly("3 succeeded restores 1", "2 succeeded", "1 succeeded");
    }

    @Test
    void should_refuse_to_roll_back_to_what_was_trimmed_or_is_damaged() {
        for (String mode : List.of("a", "b", "c", "d")) {
            assertSucceeded(apply(options -> options.historyLimit(3), program(configMap("web", "mode: " + mode))));
        }
        damage("gantry-shop.r3");

        assertRefused(1, "GTY-REL-010", "2 (succeeded)");
        assertRefused(3, "GTY-REL-011", "");
        assertThat(live("v1", "ConfigMap", "web").at("/data/mode").asText()).isEqualTo("d");
        assertSucceeded(engine(cluster, options -> {}).rollback(home(), 2));
    }

    /** The Secrets of revisions are immutable; one that is damaged was deleted, and made in another way. */
    private void damage(String revision) {
        ObjectNode secret = live("v1", "Secret", revision);
        cluster.delete(new Deletion(ref(secret), uid(secret), null, false));
        String key = secret.path("data").fieldNames().next();
        secret.withObject("/data").put(key, "bm90IHdoYXQgd2FzIHdyaXR0ZW4=");
        secret.withObject("/metadata").remove(List.of("uid", "resourceVersion", "creationTimestamp", "managedFields"));
        cluster.write(Write.create(ref(secret), secret, SOMEBODY));
    }

    private void assertRefused(int revision, String code, String usable) {
        assertThatThrownBy(() -> engine(cluster, options -> {}).rollback(home(), revision))
                .isInstanceOfSatisfying(
                        FindingsException.class,
                        e -> assertThat(e.findings()).singleElement().satisfies(finding -> {
                            assertThat(finding.code()).isEqualTo(code);
                            assertThat(says(finding, usable))
                                    .as(finding.toString())
                                    .isTrue();
                        }));
    }

    @Test
    void should_make_no_new_revision_where_nothing_changes() {
        Release program = program(configMap("web", "mode: fast"));
        assertSucceeded(apply(program));

        assertSucceeded(apply(program));

        assertThat(history()).containsExactly("1 succeeded");
    }

    @Test
    void should_bring_a_stack_back_to_its_last_good_revision_where_that_is_asked() {
        assertSucceeded(apply(program(configMap("web", "mode: fast"))));

        Outcome outcome = apply(
                options -> options.atomic(true).waits(true),
                program(
                        configMap("web", "mode: slow"),
                        definition("widgets", "Widget"),
                        definition("gadgets", "Widget")));

        assertThat(outcome.stacks())
                .singleElement()
                .satisfies(stack -> assertThat(stack.result()).isEqualTo(Event.Result.ROLLED_BACK));
        assertThat(live("v1", "ConfigMap", "web").at("/data/mode").asText()).isEqualTo("fast");
        assertThat(outcome.findings()).anyMatch(finding -> finding.code().equals("GTY-APY-011"));
        assertThat(engine(cluster, options -> {}).history(home()))
                .extracting(Revision::state)
                .containsExactly(Revision.State.SUCCEEDED, Revision.State.ROLLED_BACK, Revision.State.SUCCEEDED);
    }

    @Test
    void should_let_one_of_two_runs_through_and_keep_the_history_whole() throws Exception {
        Release one = program(configMap("web", "mode: one"), configMap("one", "a: b"));
        Release other = program(configMap("web", "mode: other"), configMap("other", "a: b"));

        CompletableFuture<Outcome> first = CompletableFuture.supplyAsync(() -> apply(one));
        CompletableFuture<Outcome> second = CompletableFuture.supplyAsync(() -> apply(other));
        List<Outcome> outcomes = List.of(first.get(), second.get());

        assertThat(outcomes).anyMatch(Outcome::succeeded);
        outcomes.stream()
                .filter(outcome -> !outcome.succeeded())
                .forEach(outcome -> assertThat(outcome.findings())
                        .allMatch(
                                finding -> List.of("GTY-REL-007", "GTY-REL-009").contains(finding.code())));
        List<Integer> numbers = new ArrayList<>();
        engine(cluster, options -> {}).history(home()).forEach(revision -> {
            assertThat(revision.state()).isIn(Revision.State.SUCCEEDED);
            numbers.add(revision.number());
        });
        assertThat(numbers).isIn(List.of(1), List.of(2, 1));
        String mode = live("v1", "ConfigMap", "web").at("/data/mode").asText();
        assertThat(find("v1", "ConfigMap", mode))
                .as("what is there is of one run")
                .isPresent();
        assertThat(find("v1", "ConfigMap", mode.equals("one") ? "other" : "one"))
                .isEmpty();
    }

    @Test
    void should_leave_nothing_of_a_stack_that_is_destroyed() {
        assertSucceeded(
                apply(
                        program(
                                configMap("web", "mode: fast"),
                                "{apiVersion: v1, kind: Secret, metadata: {name: login, namespace: NS}, stringData: {password: hunter2}}")));

        assertSucceeded(engine(cluster, options -> {}).destroy(List.of(home())));

        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
        assertThat(find("v1", "Secret", "login")).isEmpty();
        assertThat(find("v1", "Secret", "gantry-shop")).isEmpty();
        assertThat(find("v1", "Secret", "gantry-shop.r1")).isEmpty();
        assertThat(find("coordination.k8s.io/v1", "Lease", "gantry-shop")).isEmpty();
    }

    private StackHome home() {
        return new StackHome("shop", namespace);
    }

    private List<String> history() {
        return engine(cluster, options -> {}).history(home()).stream()
                .map(each -> each.number() + " " + each.state().text()
                        + (each.restores() == null ? "" : " restores " + each.restores()))
                .toList();
    }
}
