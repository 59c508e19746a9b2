package dev.gantry.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.Outcome;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.Selection;
import dev.gantry.engine.drift.StackStatus;
import dev.gantry.engine.plan.Contested;
import dev.gantry.engine.plan.Plan;
import dev.gantry.engine.plan.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that others own, or set after us. */
class OwnershipContractTest extends Contract {

    @Test
    void should_list_every_contested_field_and_its_manager_and_change_nothing() {
        ObjectNode before = applied(SOMEBODY, configMap("web", "mode: slow, level: debug, own: kept"));

        Outcome outcome = apply(program(configMap("web", "mode: fast, level: info")));

        assertNothingWasBegun(outcome);
        assertThat(shown(outcome.findings()))
                .containsExactlyInAnyOrder(
                        "GTY-CLU-016 ConfigMap " + namespace + "/web data.mode Shop.java:11",
                        "GTY-CLU-016 ConfigMap " + namespace + "/web data.level Shop.java:11");
        assertThat(outcome.findings()).allMatch(finding -> says(finding, SOMEBODY));
        assertThat(live("v1", "ConfigMap", "web")).isEqualTo(before);
        assertThat(find("v1", "Secret", "gantry-shop")).as("inventory").isEmpty();
    }

    @Test
    void should_take_fields_over_where_that_is_asked_and_name_who_had_them() {
        applied(SOMEBODY, configMap("web", "mode: slow, own: kept"));
        String name = "ConfigMap/" + namespace + "/web";

        Outcome outcome = apply(
                options -> options.forceConflicts(Selection.parse("gantry.forceConflicts", List.of(name))),
                program(configMap("web", "mode: fast")));

        assertSucceeded(outcome);
        assertThat(outcome.plan().stacks().get(0).steps())
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Update.class,
                        update -> assertThat(update.taken()).containsExactly(new Contested(".data.mode", SOMEBODY)));
        assertThat(live("v1", "ConfigMap", "web").path("data")).isEqualTo(tree("{mode: fast, own: kept}"));
    }

    @Test
    void should_own_a_field_together_with_whoever_has_set_it_to_the_same_value() {
        applied(SOMEBODY, configMap("web", "mode: fast"));

        assertSucceeded(apply(program(configMap("web", "mode: fast"))));

        assertThat(live("v1", "ConfigMap", "web").at("/metadata/managedFields").findValuesAsText("manager"))
                .contains(SOMEBODY, "gantry");
    }

    @Test
    void should_drop_what_was_applied_client_side_and_is_no_longer_in_the_program() {
        String before =
                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"annotations\":{},\"name\":\"web\","
                        + "\"namespace\":\"NS\"},\"data\":{\"mode\":\"fast\",\"old\":\"1\"}}";
        make("kubectl-client-side-apply", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: web
                  namespace: NS
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '%s'
                data: {mode: fast, old: "1"}
                """.formatted(before));

        Outcome outcome = apply(program(configMap("web", "mode: fast")));

        assertSucceeded(outcome);
        assertThat(outcome.plan().stacks().get(0).steps())
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Update.class,
                        update -> assertThat(update.changes())
                                .anyMatch(change -> change.path().equals("data.old") && change.after() == null));
        assertThat(live("v1", "ConfigMap", "web").path("data")).isEqualTo(tree("{mode: fast}"));
        assertThat(apply(program(configMap("web", "mode: fast"))).plan().isUnchanged())
                .isTrue();
    }

    @Test
    void should_take_nothing_for_drift_that_others_have_set_and_the_program_does_not() {
        var program = program(
                deployment("web", "web", ""),
                "{apiVersion: v1, kind: Secret, metadata: {name: login, namespace: NS}, stringData: {password: hunter2}}",
                """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: NS}
                webhooks:
                  - name: check.example.com
                    admissionReviewVersions: [v1]
                    sideEffects: None
                    failurePolicy: Ignore
                    namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: NS}}
                    clientConfig: {url: "https://127.0.0.1:1/check"}
                    rules:
                      - {apiGroups: [example.com], apiVersions: [v1], operations: [CREATE], resources: [nothings]}
                """);
        deleteLater(ref("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", namespace));
        assertSucceeded(apply(program));
        ObjectRef web = ref("apps/v1", "Deployment", "web");
        change(web, "/spec/replicas", 5);
        change(web, "/spec/template/spec/containers/-", Map.of("name", "proxy", "image", "example.com/proxy:1"));
        change(
                ref("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", namespace),
                "/webhooks/0/clientConfig/caBundle",
                "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCi0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K");

        Plan plan = engine(cluster, options -> {}).plan(List.of(program));
        StackStatus status =
                engine(cluster, options -> {}).status(List.of(program)).get(0);

        assertThat(plan.findings()).isEmpty();
        assertThat(plan.stacks().get(0).steps())
                .allSatisfy(step -> assertThat(step).isInstanceOf(Step.Unchanged.class));
        assertThat(status.objects())
                .allSatisfy(object -> assertThat(object.drift()).isEmpty());
        assertThat(live("apps/v1", "Deployment", "web").at("/spec/replicas").asInt())
                .isEqualTo(5);
    }

    @Test
    void should_name_who_changed_a_field_of_the_program_and_mask_secrets() {
        var program = program(
                configMap("web", "mode: fast"),
                "{apiVersion: v1, kind: Secret, metadata: {name: login, namespace: NS}, stringData: {password: hunter2}}");
        assertSucceeded(apply(program));
        change(ref("v1", "ConfigMap", "web"), "/data/mode", "slow");
        change(ref("v1", "Secret", "login"), "/data/password", "c2VjcmV0LW9mLXNvbWVib2R5");

        StackStatus status =
                engine(cluster, options -> {}).status(List.of(program)).get(0);
        Plan plan = engine(cluster, options -> {}).plan(List.of(program));

        assertThat(status.objects())
                .allSatisfy(object -> assertThat(object.drift()).singleElement().satisfies(field -> {
                    assertThat(field.owners())
                            .singleElement()
                            .satisfies(owner -> assertThat(owner.manager()).isEqualTo(SOMEBODY));
                }));
        assertThat(status.toString() + plan + events)
                .doesNotContain("hunter2", "aHVudGVyMg", "c2VjcmV0LW9mLXNvbWVib2R5", "secret-of-somebody");
    }
}
