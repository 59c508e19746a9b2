package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.desired.Selection;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a server refuses: named at the author's line, before anything is written wherever that can be known. */
class RejectionContractTest extends Contract {

    @Test
    void should_explain_a_selector_that_cannot_be_changed_and_leave_the_live_object() {
        String uid = uid(make(SOMEBODY, deployment("web", "web", "")));

        Outcome outcome =
                apply(options -> options.forceConflicts(Selection.ALL), program(deployment("web", "other", "")));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .contains("GTY-CLU-015 Deployment " + namespace + "/web spec.selector Shop.java:11");
        assertThat(outcome.findings())
                .anyMatch(finding -> says(finding, "-Dgantry.recreate=Deployment/" + namespace + "/web"));
        assertThat(uid(live("apps/v1", "Deployment", "web"))).isEqualTo(uid);
    }

    @Test
    void should_make_an_object_anew_where_that_is_allowed() {
        assertSucceeded(apply(program(deployment("web", "web", ""))));
        String uid = uid(live("apps/v1", "Deployment", "web"));

        assertSucceeded(apply(options -> options.recreate(Selection.ALL), program(deployment("web", "other", ""))));

        ObjectNode now = live("apps/v1", "Deployment", "web");
        assertThat(uid(now)).isNotEqualTo(uid);
        assertThat(now.at("/spec/selector/matchLabels/app").asText()).isEqualTo("other");
    }

    @Test
    void should_not_delete_an_object_for_a_manifest_that_is_invalid() {
        assertSucceeded(apply(program(deployment("web", "web", ""))));
        String uid = uid(live("apps/v1", "Deployment", "web"));

        Outcome outcome =
                apply(options -> options.recreate(Selection.ALL), program(deployment("web", "other", "replicas: -1")));

        assertNothingWasBegun(outcome);
        assertThat(outcome.findings()).anyMatch(Finding::isError);
        assertThat(uid(live("apps/v1", "Deployment", "web"))).isEqualTo(uid);
    }

    @Test
    void should_name_the_selector_that_a_job_has_of_another_one() {
        Outcome outcome = apply(program(configMap("first", "a: b"), """
                {apiVersion: batch/v1, kind: Job, metadata: {name: copied, namespace: NS}, spec: {
                selector: {matchLabels: {batch.kubernetes.io/controller-uid: "4711"}},
                template: {spec: {restartPolicy: Never, containers: [{name: work, image: "example.com/work:1"}]}}}}"""));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .anyMatch(shown -> shown.endsWith(" Job " + namespace + "/copied spec.selector Shop.java:21"));
        assertThat(outcome.findings()).anyMatch(finding -> says(finding, "not auto-generated"));
        assertThat(find("v1", "ConfigMap", "first")).isEmpty();
    }

    @Test
    void should_name_each_field_that_cannot_be_changed() {
        make(SOMEBODY, """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: NS}, spec: {storageClassName: fast,
                accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}""");
        make(SOMEBODY, """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: NS}, spec: {ports: [{port: 80}]}}""");
        make(SOMEBODY, """
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: web, namespace: NS},
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader},
                subjects: [{kind: ServiceAccount, name: web, namespace: NS}]}""");

        Outcome outcome = apply(options -> options.forceConflicts(Selection.ALL), program("""
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: NS}, spec: {storageClassName: slow,
                accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}""", """
                {apiVersion: v1, kind: Service, metadata: {name: web, namespace: NS}, spec: {clusterIP: None, ports: [{port: 80}]}}""", """
                {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: web, namespace: NS},
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: writer},
                subjects: [{kind: ServiceAccount, name: web, namespace: NS}]}"""));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .contains("GTY-CLU-015 PersistentVolumeClaim " + namespace + "/data spec Shop.java:11")
                .anyMatch(shown -> shown.startsWith("GTY-CLU-015 Service " + namespace + "/web spec.clusterIP"))
                .contains("GTY-CLU-015 RoleBinding " + namespace + "/web roleRef Shop.java:31");
    }

    @Test
    void should_say_why_a_claim_cannot_grow() {
        String claim = """
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: NS}, spec: {storageClassName: '',
                volumeName: NS-data, accessModes: [ReadWriteOnce], resources: {requests: {storage: %s}}}}""";
        ObjectRef volume = ref(make(SOMEBODY, """
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: NS-data}, spec: {capacity: {storage: 1Gi},
                accessModes: [ReadWriteOnce], claimRef: {namespace: NS, name: data}, hostPath: {path: /nothing}}}"""));
        ObjectRef claimed = ref(make(SOMEBODY, claim.formatted("1Gi")));
        change(part(claimed, "status"), "/status/phase", "Bound");

        // Nobody else might do that.
        change(claimed, "/metadata/finalizers", List.of());
        change(volume, "/metadata/finalizers", List.of());

        Outcome outcome = apply(options -> options.forceConflicts(Selection.ALL), program(claim.formatted("2Gi")));

        assertNothingWasBegun(outcome);
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-CLU-022");
            assertThat(finding.message()).contains("only dynamically provisioned pvc can be resized");
        });
    }

    @Test
    void should_name_a_namespace_that_is_missing_before_any_write() {
        String elsewhere =
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: NS-absent}, data: {a: b}}";

        Outcome outcome = apply(program(configMap("first", "a: b"), elsewhere));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactly("GTY-CLU-018 ConfigMap " + namespace + "-absent/web metadata.namespace Shop.java:21");
        assertThat(find("v1", "ConfigMap", "first")).isEmpty();
    }

    @Test
    void should_make_a_namespace_of_the_program_first() {
        String other = namespace + "-own";
        deleteLater(ref("v1", "Namespace", other));

        assertSucceeded(apply(program(
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: NS-own}, data: {a: b}}",
                "{apiVersion: v1, kind: Namespace, metadata: {name: NS-own}}")));

        assertThat(cluster.get(new ObjectRef(ref("v1", "ConfigMap", "web").resource(), other, "web")))
                .isPresent();
    }

    @Test
    void should_explain_a_namespace_that_is_being_deleted() {
        String going = namespace + "-going";
        make(SOMEBODY, "{apiVersion: v1, kind: Namespace, metadata: {name: NS-going}}");
        ObjectNode held = make(SOMEBODY, """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: held, namespace: NS-going, finalizers: [example.com/hold]}}""");
        ObjectNode live = live("v1", "Namespace", going);
        cluster.delete(new Deletion(ref(live), uid(live), null, false));

        Outcome outcome =
                apply(program("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: NS-going}}"));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactly("GTY-CLU-019 ConfigMap " + going + "/web metadata.namespace Shop.java:11");
        change(ref(held), "/metadata/finalizers", List.of());
    }

    @Test
    void should_name_a_version_that_is_no_longer_served_and_apply_nothing() {
        Outcome outcome = apply(program(configMap("web", "a: b"), """
                {apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: {name: web, namespace: NS},
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}}"""));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactly("GTY-CLU-025 PodDisruptionBudget " + namespace + "/web apiVersion Shop.java:21");
        assertThat(outcome.findings()).allMatch(finding -> says(finding, "policy/v1"));
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    @Test
    void should_name_a_kind_that_neither_the_cluster_nor_the_program_defines() {
        Outcome outcome = apply(program(
                configMap("web", "a: b"),
                "{apiVersion: nothing.example.com/v1, kind: Nothing, metadata: {name: web, namespace: NS}}"));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactly("GTY-CLU-025 Nothing " + namespace + "/web apiVersion Shop.java:21");
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    @Test
    void should_name_a_field_that_is_not_known_and_apply_nothing() {
        Outcome outcome =
                apply(program(configMap("web", "a: b"), deployment("web", "web", "strategy: {kind: Recreate}")));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactly("GTY-CLU-012 Deployment " + namespace + "/web spec.strategy.kind Shop.java:21");
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    @Test
    void should_find_an_object_that_is_there_twice_or_has_no_name() {
        Outcome outcome = apply(program(
                configMap("web", "a: b"),
                configMap("web", "a: c"),
                "{apiVersion: v1, kind: ConfigMap, metadata: {generateName: web-, namespace: NS}}"));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactlyInAnyOrder(
                        "GTY-APY-002 ConfigMap " + namespace + "/web null Shop.java:21",
                        "GTY-APY-003 ConfigMap metadata.name Shop.java:31");
        assertThat(outcome.findings().get(0).related())
                .singleElement()
                .satisfies(related -> assertThat(related.origin()).hasToString("Shop.java:11"));
    }

    @Test
    void should_find_what_is_too_large_before_any_write() {
        String annotated = """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: noted, namespace: NS, annotations: {note: "%s"}}}""".formatted("x".repeat(300 * 1024));

        Outcome outcome = apply(program(
                configMap("web", "a: b"), annotated, configMap("large", "a: \"" + "x".repeat(1_600_000) + "\"")));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactlyInAnyOrder(
                        "GTY-CLU-026 ConfigMap " + namespace + "/noted metadata.annotations Shop.java:21",
                        "GTY-CLU-026 ConfigMap " + namespace + "/large data[\"a\"] Shop.java:31");
        assertThat(outcome.findings()).anyMatch(finding -> says(finding, "300.0 KiB"));
        assertThat(find("v1", "ConfigMap", "web")).isEmpty();
    }

    @Test
    void should_show_the_figures_of_a_quota_and_record_what_was_applied() {
        ObjectNode quota = make(SOMEBODY, """
                {apiVersion: v1, kind: ResourceQuota, metadata: {name: few, namespace: NS}, spec: {hard: {count/roles.rbac.authorization.k8s.io: "4"}}}""");
        keepCount(ref(quota));
        String role =
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: role-%d, namespace: NS}, rules: []}";
        String[] roles = IntStream.rangeClosed(1, 5).mapToObj(role::formatted).toArray(String[]::new);

        Outcome outcome = apply(options -> options.parallel(1), program(roles));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-CLU-021");
            assertThat(says(finding, "4")).isTrue();
        });
        assertThat(IntStream.rangeClosed(1, 5)
                        .filter(i -> find("rbac.authorization.k8s.io/v1", "Role", "role-" + i)
                                .isPresent()))
                .hasSize(4);
        assertThat(live("v1", "Secret", "gantry-shop")
                        .at("/metadata/annotations/applyset.kubernetes.io~1contains-group-kinds")
                        .asText())
                .isEqualTo("Role.rbac.authorization.k8s.io");
    }

    /** Does what the controller of quotas does at the beginning, where there is none. */
    private void keepCount(ObjectRef quota) {
        ObjectNode live = cluster.get(quota).orElseThrow();
        if (!live.path("status").has("hard")) {
            live.putObject("status").set("hard", live.path("spec").path("hard"));
            live.withObject("/status").set("used", tree("{count/roles.rbac.authorization.k8s.io: \"0\"}"));
            cluster.write(new Write(Write.Method.REPLACE, part(quota, "status"), live, SOMEBODY, false, false));
        }
    }
}
