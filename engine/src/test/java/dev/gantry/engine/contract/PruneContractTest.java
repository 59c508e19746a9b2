package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.Engine;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.progress.Event;
import dev.gantry.engine.release.StackHome;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the program no longer has. */
class PruneContractTest extends Contract {

    // Managers of no field are not recorded, so that these have some.
    private static final String THEIRS =
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: theirs, namespace: NS-own}, data: {a: b}}";
    private static final String WIDGET =
            "{apiVersion: NS.example.com/v1, kind: Widget, metadata: {name: theirs, namespace: NS, labels: {app: theirs}}}";

    private static final String DEFINITION_OF_WIDGETS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.NS.example.com}
            spec:
              group: NS.example.com
              scope: Namespaced
              names: {plural: widgets, singular: widget, kind: Widget}
              versions:
                - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
            """;

    @Test
    void should_delete_what_the_program_no_longer_has_and_nothing_else() {
        applied(SOMEBODY, configMap("foreign", "a: b"));
        assertSucceeded(apply(program(configMap("web", "a: b"), configMap("old", "a: b"))));

        assertSucceeded(apply(program(configMap("web", "a: b"))));

        assertThat(find("v1", "ConfigMap", "old")).isEmpty();
        assertThat(find("v1", "ConfigMap", "web")).isPresent();
        assertThat(find("v1", "ConfigMap", "foreign")).isPresent();
    }

    @Test
    void should_keep_what_an_annotation_says_and_let_it_go() {
        String kept = """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: old, namespace: NS, annotations: {gantry.dev/prune: keep}}}""";
        assertSucceeded(apply(program(configMap("web", "a: b"), kept)));
        deleteLater(ref("v1", "ConfigMap", "old"));

        Outcome outcome = apply(program(configMap("web", "a: b")));

        assertSucceeded(outcome);
        assertThat(removals(outcome)).containsExactly("KEEP ConfigMap " + namespace + "/old");
        assertThat(live("v1", "ConfigMap", "old").at("/metadata/labels").has("applyset.kubernetes.io/part-of"))
                .isFalse();
        assertThat(removals(apply(program(configMap("web", "a: b"))))).isEmpty();
    }

    @Test
    void should_keep_what_has_become_part_of_another_set() {
        assertSucceeded(apply(program(configMap("web", "a: b"), configMap("old", "a: b"))));
        change(
                ref("v1", "ConfigMap", "old"),
                "/metadata/labels/applyset.kubernetes.io~1part-of",
                "applyset-of-somebody-else-v1");
        deleteLater(ref("v1", "ConfigMap", "old"));

        assertSucceeded(apply(program(configMap("web", "a: b"))));

        assertThat(find("v1", "ConfigMap", "old")).isPresent();
    }

    @Test
    void should_not_take_an_object_of_another_set() {
        make(SOMEBODY, """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: NS,
                labels: {applyset.kubernetes.io/part-of: applyset-of-somebody-else-v1}}, data: {a: b}}""");

        Outcome outcome = apply(options -> options.forceConflicts(Selection.ALL), program(configMap("web", "a: b")));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactly("GTY-REL-005 ConfigMap " + namespace + "/web null Shop.java:11");
    }

    @Test
    void should_not_delete_what_a_controller_has_made_its_own() {
        assertSucceeded(apply(program(configMap("web", "a: b"), configMap("old", "a: b"))));
        ObjectNode owner = live("v1", "ConfigMap", "web");
        change(
                ref("v1", "ConfigMap", "old"),
                "/metadata/ownerReferences",
                List.of(Map.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "ConfigMap",
                        "name",
                        "web",
                        "uid",
                        uid(owner),
                        "controller",
                        true)));

        Outcome outcome = apply(program(configMap("web", "a: b")));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.findings()).anyMatch(finding -> finding.code().equals("GTY-REL-006"));
        assertThat(find("v1", "ConfigMap", "old")).isPresent();
    }

    @Test
    void should_keep_claims_unless_it_is_asked_to_delete_them() {
        String claim = """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: NS},
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}""";
        assertSucceeded(apply(program(configMap("web", "a: b"), claim)));

        assertThat(removals(apply(program(configMap("web", "a: b")))))
                .containsExactly("KEEP PersistentVolumeClaim " + namespace + "/data");
        ObjectRef data = ref("v1", "PersistentVolumeClaim", "data");
        // Without a controller nobody would take the finalizer away that protects it.
        change(data, "/metadata/finalizers", List.of());
        assertSucceeded(apply(
                options -> options.pruneKinds(Set.of("PersistentVolumeClaim")), program(configMap("web", "a: b"))));

        assertThat(cluster.get(data)).isEmpty();
    }

    @Test
    void should_keep_a_namespace_that_still_holds_what_was_applied() {
        String other = namespace + "-own";
        deleteLater(ref("v1", "Namespace", other));
        assertSucceeded(apply(
                program(configMap("web", "a: b"), "{apiVersion: v1, kind: Namespace, metadata: {name: NS-own}}")));
        make(SOMEBODY, """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: theirs, namespace: NS-own,
                labels: {applyset.kubernetes.io/part-of: applyset-of-somebody-else-v1}}}""");

        Outcome outcome = apply(program(configMap("web", "a: b")));

        assertSucceeded(outcome);
        assertThat(removals(outcome)).containsExactly("KEEP Namespace " + other);
        assertThat(live("v1", "Namespace", other).path("metadata").has("deletionTimestamp"))
                .isFalse();
    }

    @Test
    void should_keep_a_namespace_in_which_others_have_installed_something() {
        String other = applyWithANamespace();
        applied("helm", THEIRS);

        Outcome outcome = apply(program(configMap("web", "a: b")));

        assertSucceeded(outcome);
        assertThat(removals(outcome)).containsExactly("KEEP Namespace " + other);
        assertThat(isBeingDeleted(ref("v1", "Namespace", other))).isFalse();
    }

    @Test
    void should_look_again_at_a_namespace_just_before_it_would_be_deleted() {
        String other = applyWithANamespace();

        Outcome outcome = engine(new MeanwhileCluster(cluster, () -> applied("helm", THEIRS)), options -> {})
                .apply(List.of(program(configMap("web", "a: b"))));

        assertSucceeded(outcome);
        assertThat(removals(outcome)).containsExactly("PRUNE Namespace " + other);
        assertThat(isBeingDeleted(ref("v1", "Namespace", other))).isFalse();
        assertThat(keptLast()).contains("ConfigMap " + other + "/theirs, which helm has made");
    }

    @Test
    void should_keep_a_namespace_of_a_destroyed_stack_in_which_others_have_installed_something() {
        String other = applyWithANamespace();
        applied("helm", THEIRS);
        Engine engine = engine(cluster, options -> {});

        assertSucceeded(engine.destroy(List.of(new StackHome("shop", namespace))));

        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
        assertThat(isBeingDeleted(ref("v1", "Namespace", other))).isFalse();
    }

    @Test
    void should_keep_a_definition_that_still_has_resources() {
        ObjectRef definition = applyWithADefinition();
        make(SOMEBODY, WIDGET);

        Outcome kept = apply(program(configMap("web", "a: b")));
        Outcome asked = apply(
                options -> options.pruneKinds(Set.of("CustomResourceDefinition")), program(configMap("web", "a: b")));

        assertThat(removals(kept)).containsExactly("KEEP CustomResourceDefinition " + definition.name());
        assertThat(removals(asked)).containsExactly("KEEP CustomResourceDefinition " + definition.name());
        assertThat(isBeingDeleted(definition)).isFalse();
    }

    @Test
    void should_look_again_at_a_definition_just_before_it_would_be_deleted() {
        ObjectRef definition = applyWithADefinition();

        Outcome outcome = engine(
                        new MeanwhileCluster(cluster, () -> make(SOMEBODY, WIDGET)),
                        options -> options.pruneKinds(Set.of("CustomResourceDefinition")))
                .apply(List.of(program(configMap("web", "a: b"))));

        assertSucceeded(outcome);
        assertThat(removals(outcome)).containsExactly("PRUNE CustomResourceDefinition " + definition.name());
        assertThat(isBeingDeleted(definition)).isFalse();
        assertThat(keptLast()).contains("Widget " + namespace + "/theirs, which " + SOMEBODY + " has made");
    }

    @Test
    void should_refuse_to_delete_everything_because_nothing_is_left_in_the_program() {
        assertSucceeded(apply(program(configMap("web", "a: b"))));

        assertNothingWasBegun(apply(program()));
        assertThat(find("v1", "ConfigMap", "web")).isPresent();
        assertSucceeded(apply(options -> options.allowEmpty(true), program()));
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    @Test
    void should_refuse_records_of_another_tool_and_write_nothing() {
        make("kubectl", """
                {apiVersion: v1, kind: Secret, metadata: {name: gantry-shop, namespace: NS,
                annotations: {applyset.kubernetes.io/tooling: kubectl/v1.34}}}""");

        List<Finding> findings = findingsOf(() -> apply(program(configMap("web", "a: b"))));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-REL-001");
            assertThat(says(finding, "kubectl")).isTrue();
        });
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    @Test
    void should_let_an_object_move_from_one_stack_to_another() {
        assertSucceeded(apply(
                stack("shop", configMap("web", "a: b"), configMap("moved", "a: b")),
                stack("blog", configMap("blog", "a: b"))));
        String uid = uid(live("v1", "ConfigMap", "moved"));

        assertSucceeded(apply(
                stack("shop", configMap("web", "a: b")),
                stack("blog", configMap("blog", "a: b"), configMap("moved", "a: b"))));
        assertSucceeded(apply(
                stack("shop", configMap("web", "a: b")),
                stack("blog", configMap("blog", "a: b"), configMap("moved", "a: b"))));

        assertThat(uid(live("v1", "ConfigMap", "moved"))).isEqualTo(uid);
    }

    /** A stack with a namespace besides its own, in which it has nothing. */
    private String applyWithANamespace() {
        String other = namespace + "-own";
        deleteLater(ref("v1", "Namespace", other));
        assertSucceeded(apply(
                program(configMap("web", "a: b"), "{apiVersion: v1, kind: Namespace, metadata: {name: NS-own}}")));
        return other;
    }

    /** A stack with a definition, of which it has no resource. */
    private ObjectRef applyWithADefinition() {
        ObjectRef definition = new ObjectRef(
                ref("apiextensions.k8s.io/v1", "CustomResourceDefinition", "x").resource(),
                null,
                "widgets." + namespace + ".example.com");
        deleteLater(definition);
        assertSucceeded(
                apply(options -> options.waits(true), program(configMap("web", "a: b"), DEFINITION_OF_WIDGETS)));
        cluster.discoverAgain();
        return definition;
    }

    private boolean isBeingDeleted(ObjectRef ref) {
        return cluster.get(ref).orElseThrow().path("metadata").has("deletionTimestamp");
    }

    /** Why the last object was kept that was to be deleted. */
    private String keptLast() {
        return events.stream()
                .filter(Event.Kept.class::isInstance)
                .map(event -> ((Event.Kept) event).why())
                .reduce((first, second) -> second)
                .orElse("");
    }

    private static List<String> removals(Outcome outcome) {
        return outcome.plan().stacks().get(0).removals().stream()
                .map(step -> step.action() + " " + step.id())
                .toList();
    }

    private static List<Finding> findingsOf(Runnable run) {
        try {
            run.run();
        } catch (FindingsException e) {
            return e.findings();
        }
        throw new AssertionError("It was not refused");
    }
}
