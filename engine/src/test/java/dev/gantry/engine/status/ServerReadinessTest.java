package dev.gantry.engine.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerReadinessTest {

    private static final Surroundings LATE = Surroundings.ofClaim(
            Live.object("storage.k8s.io/v1", "StorageClass", "volumeBindingMode: WaitForFirstConsumer"));

    private static String claim(String phase, Surroundings around) {
        return Rows.text("v1", "PersistentVolumeClaim", "status: {phase: " + phase + "}", around);
    }

    @Test
    void should_follow_a_claim() {
        assertThat(claim("Bound", Surroundings.none())).isEqualTo("READY");
        assertThat(claim("Pending", Surroundings.none())).isEqualTo("IN_PROGRESS waits for a volume");
        assertThat(claim("Lost", LATE)).isEqualTo("FAILED its volume is lost");
        assertThat(Rows.text("v1", "PersistentVolumeClaim", "spec: {}")).isEqualTo("IN_PROGRESS waits for a volume");
    }

    @Test
    void should_not_block_the_consumer_that_a_claim_waits_for() {
        assertThat(claim("Pending", LATE)).isEqualTo("READY");
        assertThat(claim("Bound", LATE)).isEqualTo("READY");
        assertThat(Rows.text("v1", "PersistentVolumeClaim", """
                metadata: {name: data, annotations: {volume.kubernetes.io/selected-node: node-1}}
                status: {phase: Pending}
                """, LATE)).isEqualTo("IN_PROGRESS waits for a volume");
    }

    @Test
    void should_know_when_a_class_binds() {
        assertThat(Surroundings.ofClaim(null).bindsForConsumer()).isFalse();
        assertThat(Surroundings.ofClaim(
                                Live.object("storage.k8s.io/v1", "StorageClass", "volumeBindingMode: Immediate"))
                        .bindsForConsumer())
                .isFalse();
        assertThat(LATE.bindsForConsumer()).isTrue();
    }

    private static String definition(String conditions) {
        return Rows.text(
                "apiextensions.k8s.io/v1", "CustomResourceDefinition", "status: {conditions: [" + conditions + "]}");
    }

    @Test
    void should_follow_a_definition() {
        assertThat(definition("{type: NamesAccepted, status: 'True'}, {type: Established, status: 'True'}"))
                .isEqualTo("READY");
        assertThat(
                        definition(
                                "{type: NamesAccepted, status: 'True'}, {type: Established, status: 'False', reason: Installing}"))
                .isEqualTo("IN_PROGRESS Established is False: Installing");
        assertThat(definition("")).isEqualTo("IN_PROGRESS its controller has not reported Established yet");
        assertThat(definition("{type: Established, status: 'False', reason: NotAccepted},"
                        + " {type: NamesAccepted, status: 'False', message: '\"widgets\" is already in use'}"))
                .isEqualTo("FAILED its names are taken: \"widgets\" is already in use");
        assertThat(definition("{type: Established, status: 'True'}, {type: NamesAccepted, status: 'False'}"))
                .isEqualTo("FAILED its names are taken");
    }

    @Test
    void should_wait_for_the_address_of_a_load_balancer() {
        assertThat(Rows.text("v1", "Service", "spec: {type: LoadBalancer}\nstatus: {loadBalancer: {}}"))
                .isEqualTo("IN_PROGRESS waits for a load balancer address");
        assertThat(Rows.text(
                        "v1",
                        "Service",
                        "spec: {type: LoadBalancer}\nstatus: {loadBalancer: {ingress: [{hostname: lb.example}]}}"))
                .isEqualTo("READY");
        assertThat(Rows.text("v1", "Service", "spec: {type: ClusterIP}\nstatus: {loadBalancer: {}}"))
                .isEqualTo("READY");
    }

    private static String autoscaler(String conditions) {
        return Rows.text("autoscaling/v2", "HorizontalPodAutoscaler", "status: {conditions: [" + conditions + "]}");
    }

    @Test
    void should_follow_an_autoscaler() {
        assertThat(autoscaler("{type: AbleToScale, status: 'True'}")).isEqualTo("READY");
        assertThat(
                        autoscaler(
                                "{type: AbleToScale, status: 'False', reason: BackoffBoth}, {type: ScalingLimited, status: 'True'}"))
                .isEqualTo("READY");
        assertThat(autoscaler("{type: AbleToScale, status: 'False', reason: BackoffBoth},"
                        + " {type: ScalingLimited, status: 'False'}"))
                .isEqualTo("IN_PROGRESS AbleToScale is False: BackoffBoth");
        assertThat(autoscaler("")).isEqualTo("IN_PROGRESS its controller has not reported AbleToScale yet");
    }

    @Test
    void should_fail_when_an_autoscaler_cannot_measure() {
        assertThat(autoscaler("{type: AbleToScale, status: 'True'},"
                        + " {type: ScalingActive, status: 'False', reason: InvalidSelector, message: no selector}"))
                .isEqualTo("FAILED ScalingActive is False: no selector");
        assertThat(autoscaler("{type: AbleToScale, status: 'False', reason: FailedGetScale, message: not found}"))
                .isEqualTo("FAILED AbleToScale is False: not found");
        assertThat(autoscaler("{type: AbleToScale, status: 'True'}, {type: ScalingActive, status: 'False',"
                        + " reason: FailedGetResourceMetric, lastTransitionTime: '2024-05-01T11:57:59Z'}"))
                .isEqualTo("FAILED ScalingActive is False: FailedGetResourceMetric");
    }

    @Test
    void should_give_a_new_autoscaler_time_for_its_first_metrics() {
        assertThat(autoscaler("{type: AbleToScale, status: 'True'}, {type: ScalingActive, status: 'False',"
                        + " reason: FailedGetResourceMetric, lastTransitionTime: '2024-05-01T11:58:01Z'}"))
                .isEqualTo("IN_PROGRESS ScalingActive is False: FailedGetResourceMetric");
        assertThat(
                        autoscaler(
                                "{type: AbleToScale, status: 'True'}, {type: ScalingActive, status: 'False', reason: ScalingDisabled}"))
                .isEqualTo("READY");
    }

    @Test
    void should_not_wait_for_an_autoscaler_of_a_version_without_conditions() {
        assertThat(Rows.text("autoscaling/v1", "HorizontalPodAutoscaler", "spec: {}"))
                .isEqualTo("READY");
    }

    @Test
    void should_follow_an_api_service_and_a_namespace() {
        assertThat(Rows.text(
                        "apiregistration.k8s.io/v1",
                        "APIService",
                        "status: {conditions: [{type: Available, status: 'True'}]}"))
                .isEqualTo("READY");
        assertThat(Rows.text(
                        "apiregistration.k8s.io/v1",
                        "APIService",
                        "status: {conditions: [{type: Available, status: 'False', message: no endpoints}]}"))
                .isEqualTo("IN_PROGRESS Available is False: no endpoints");
        assertThat(Rows.text("v1", "Namespace", "status: {phase: Active}")).isEqualTo("READY");
        assertThat(Rows.text("v1", "Namespace", "spec: {}")).isEqualTo("READY");
        assertThat(Rows.text("v1", "Namespace", "status: {phase: Terminating}"))
                .isEqualTo("IN_PROGRESS it is Terminating");
    }

    @Test
    void should_take_all_others_for_ready() {
        assertThat(Rows.text("v1", "ConfigMap", "data: {a: b}")).isEqualTo("READY");
        assertThat(Rows.text("networking.k8s.io/v1", "Ingress", "spec: {}")).isEqualTo("READY");
        assertThat(Rows.text("batch/v1", "CronJob", "spec: {}")).isEqualTo("READY");
    }
}
