package dev.gantry.engine.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class StatusesTest {

    private static final String READY_DEPLOYMENT = """
            spec: {replicas: 1}
            status:
              observedGeneration: %s
              replicas: 1
              updatedReplicas: 1
              availableReplicas: 1
              readyReplicas: 1
              conditions: [{type: Available, status: "True"}]
            """;

    private static String widget(String rest) {
        return Rows.text("acme.example/v1", "Widget", rest);
    }

    @Test
    void should_say_first_that_an_object_is_being_deleted() {
        assertThat(widget("""
                metadata: {name: one, generation: 3, deletionTimestamp: "2024-05-01T11:00:00Z", finalizers: [acme.example/a, b]}
                status: {observedGeneration: 2, conditions: [{type: Ready, status: "True"}]}
                """)).isEqualTo("TERMINATING it is being deleted, and waits for acme.example/a, b");
        assertThat(widget("metadata: {name: one, deletionTimestamp: '2024-05-01T11:00:00Z'}"))
                .isEqualTo("TERMINATING it is being deleted");
    }

    @Test
    void should_wait_until_the_last_change_was_seen() {
        assertThat(Rows.text("apps/v1", "Deployment", READY_DEPLOYMENT.formatted(2)))
                .isEqualTo("READY");
        assertThat(Rows.text("apps/v1", "Deployment", READY_DEPLOYMENT.formatted(1)))
                .isEqualTo("IN_PROGRESS its controller has not seen the last change yet");
        assertThat(widget("status: {observedGeneration: 1, conditions: [{type: Stalled, status: 'True'}]}"))
                .isEqualTo("IN_PROGRESS its controller has not seen the last change yet");
    }

    @Test
    void should_not_compare_generations_that_are_not_counted() {
        assertThat(widget("metadata: {name: one}\nstatus: {observedGeneration: 1}"))
                .isEqualTo("READY");
    }

    @Test
    void should_believe_what_a_controller_says_of_its_work() {
        assertThat(widget("status: {conditions: [{type: Reconciling, status: 'True', message: building},"
                        + " {type: Stalled, status: 'True'}, {type: Ready, status: 'True'}]}"))
                .isEqualTo("IN_PROGRESS its controller is at work: building");
        assertThat(widget("status: {conditions: [{type: Stalled, status: 'True', reason: InvalidSpec},"
                        + " {type: Ready, status: 'True'}]}"))
                .isEqualTo("FAILED its controller cannot go on: InvalidSpec");
        assertThat(widget("status: {conditions: [{type: Reconciling, status: 'False'},"
                        + " {type: Stalled, status: 'False'}, {type: Ready, status: 'True'}]}"))
                .isEqualTo("READY");
        assertThat(Rows.text("apps/v1", "Deployment", """
                spec: {paused: true}
                status: {conditions: [{type: Stalled, status: "True", message: stuck}]}
                """)).isEqualTo("FAILED its controller cannot go on: stuck");
    }

    @Test
    void should_go_by_the_condition_ready() {
        assertThat(widget("status: {conditions: [{type: Ready, status: 'False', message: no disk}]}"))
                .isEqualTo("IN_PROGRESS Ready is False: no disk");
        assertThat(widget("status: {conditions: [{type: Ready, status: Unknown, reason: Waiting}]}"))
                .isEqualTo("IN_PROGRESS Ready is Unknown: Waiting");
        assertThat(widget("status: {conditions: [{type: Ready}]}")).isEqualTo("IN_PROGRESS Ready is Unknown");
        assertThat(widget("status: {conditions: [{type: Ready, status: 'True', observedGeneration: 2}]}"))
                .isEqualTo("READY");
        assertThat(widget("status: {conditions: [{type: Ready, status: 'True', observedGeneration: 1}]}"))
                .isEqualTo("IN_PROGRESS its controller has not seen the last change yet");
    }

    @Test
    void should_cut_a_message_that_is_too_long() {
        String message = "x".repeat(1000);

        assertThat(widget("status: {conditions: [{type: Ready, status: 'False', message: " + message + "}]}"))
                .isEqualTo("IN_PROGRESS Ready is False: " + "x".repeat(300) + "…");
    }

    private static String fresh(String created, String status, Surroundings around) {
        return Rows.text(
                "acme.example/v1",
                "Widget",
                "metadata: {name: one, creationTimestamp: '" + created + "'}\nstatus: " + status + "\n",
                around);
    }

    @Test
    void should_give_the_controller_of_a_new_custom_resource_time_to_see_it() {
        Surroundings reporting = new Surroundings(false, true);
        String unseen = "IN_PROGRESS its controller has not seen it yet";

        assertThat(fresh("2024-05-01T11:59:46Z", "{}", reporting)).isEqualTo(unseen);
        assertThat(fresh("2024-05-01T11:59:44Z", "{}", reporting)).isEqualTo("READY");
        assertThat(fresh("2024-05-01T11:59:46Z", "{}", Surroundings.none())).isEqualTo("READY");
        assertThat(fresh("2024-05-01T11:59:46Z", "{observedGeneration: 1}", reporting))
                .isEqualTo("READY");
        assertThat(fresh("2024-05-01T11:59:46Z", "{conditions: [{type: Synced, status: 'True'}]}", reporting))
                .isEqualTo("READY");
        assertThat(fresh("nonsense", "{}", reporting)).isEqualTo("READY");
    }

    @Test
    void should_know_from_a_definition_whether_conditions_are_reported() {
        ObjectNode definition = Live.object("apiextensions.k8s.io/v1", "CustomResourceDefinition", """
                spec:
                  group: acme.example
                  versions:
                    - name: v1
                      subresources: {status: {}}
                      schema: {openAPIV3Schema: {properties: {status: {properties: {conditions: {type: array}}}}}}
                    - name: v1beta1
                      subresources: {status: {}}
                      schema: {openAPIV3Schema: {properties: {status: {properties: {phase: {type: string}}}}}}
                    - name: v1alpha1
                      schema: {openAPIV3Schema: {properties: {status: {properties: {conditions: {type: array}}}}}}
                """);

        assertThat(Surroundings.ofCustomResource(definition, "v1").reportsConditions())
                .isTrue();
        assertThat(Surroundings.ofCustomResource(definition, "v1beta1").reportsConditions())
                .isFalse();
        assertThat(Surroundings.ofCustomResource(definition, "v1alpha1").reportsConditions())
                .isFalse();
        assertThat(Surroundings.ofCustomResource(definition, "v2").reportsConditions())
                .isFalse();
        assertThat(Surroundings.ofCustomResource(null, "v1")).isEqualTo(Surroundings.none());

        ((ObjectNode) definition.path("spec")).put("group", "networking.istio.io");
        assertThat(Surroundings.ofCustomResource(definition, "v1").reportsConditions())
                .as("Istio does not report them")
                .isFalse();
    }
}
