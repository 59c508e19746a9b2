package dev.gantry.engine.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkloadReadinessTest {

    private static String deployment(String rest) {
        return Rows.text("apps/v1", "Deployment", rest);
    }

    private static String deployment(int replicas, int created, int updated, int available, int ready) {
        return deployment("""
                spec: {replicas: %d}
                status:
                  observedGeneration: 2
                  replicas: %d
                  updatedReplicas: %d
                  availableReplicas: %d
                  readyReplicas: %d
                  conditions:
                    - {type: Available, status: "True"}
                    - {type: Progressing, status: "True", reason: NewReplicaSetAvailable}
                """.formatted(replicas, created, updated, available, ready));
    }

    @Test
    void should_take_a_deployment_for_ready_when_all_pods_are_new_and_available() {
        assertThat(deployment(6, 6, 6, 6, 6)).isEqualTo("READY");
    }

    @Test
    void should_say_how_many_pods_of_a_deployment_are_there() {
        assertThat(deployment(6, 2, 2, 2, 2)).isEqualTo("IN_PROGRESS 2 of 6 pods are created");
        assertThat(deployment(6, 7, 3, 6, 6)).isEqualTo("IN_PROGRESS 3 of 6 pods are updated");
        assertThat(deployment(6, 7, 6, 6, 6)).isEqualTo("IN_PROGRESS 1 pod too many is still there");
        assertThat(deployment(6, 8, 6, 6, 6)).isEqualTo("IN_PROGRESS 2 pods too many are still there");
        assertThat(deployment(6, 6, 6, 2, 6)).isEqualTo("IN_PROGRESS 2 of 6 pods are available");
        assertThat(deployment(6, 6, 6, 6, 5)).isEqualTo("IN_PROGRESS 5 of 6 pods are ready");
        assertThat(deployment(1, 1, 1, 0, 0)).isEqualTo("IN_PROGRESS 0 of 1 pod is available");
    }

    @Test
    void should_wait_for_the_condition_available() {
        assertThat(deployment("""
                spec: {replicas: 0}
                status:
                  observedGeneration: 2
                  conditions:
                    - {type: Available, status: "False", reason: MinimumReplicasUnavailable, message: no pods}
                """)).isEqualTo("IN_PROGRESS Available is False: no pods");
        assertThat(deployment("spec: {replicas: 0}"))
                .isEqualTo("IN_PROGRESS its controller has not reported Available yet");
        assertThat(deployment("""
                spec: {replicas: 0}
                status: {observedGeneration: 2, conditions: [{type: Available, status: "True"}]}
                """)).isEqualTo("READY");
    }

    @Test
    void should_take_one_replica_for_granted() {
        assertThat(deployment("spec: {}")).isEqualTo("IN_PROGRESS 0 of 1 pod is created");
    }

    @Test
    void should_fail_when_a_deployment_made_no_progress_until_its_deadline() {
        assertThat(deployment("""
                spec: {replicas: 6}
                status:
                  observedGeneration: 2
                  replicas: 7
                  updatedReplicas: 2
                  availableReplicas: 5
                  conditions:
                    - {type: Available, status: "True"}
                    - {type: Progressing, status: "False", reason: ProgressDeadlineExceeded, message: ReplicaSet "web-1" has timed out progressing.}
                """))
                .isEqualTo("FAILED it made no progress for too long, and 5 of 6 pods are available:"
                        + " ReplicaSet \"web-1\" has timed out progressing.");
    }

    @Test
    void should_say_why_no_more_pods_are_made() {
        assertThat(deployment("""
                spec: {replicas: 2}
                status:
                  observedGeneration: 2
                  replicas: 1
                  conditions:
                    - {type: ReplicaFailure, status: "True", reason: FailedCreate, message: "exceeded quota: all"}
                """)).isEqualTo("IN_PROGRESS 1 of 2 pods are created: exceeded quota: all");
    }

    @Test
    void should_not_wait_for_a_paused_deployment() {
        assertThat(deployment("spec: {replicas: 6, paused: true}")).isEqualTo("READY");
    }

    private static String statefulSet(String strategy, String status) {
        return Rows.text(
                "apps/v1",
                "StatefulSet",
                "spec: {replicas: 3, updateStrategy: " + strategy + "}\nstatus: {observedGeneration: 2, " + status
                        + "}\n");
    }

    @Test
    void should_follow_a_stateful_set() {
        String rolling = "{type: RollingUpdate, rollingUpdate: {partition: 0}}";
        assertThat(statefulSet(
                        rolling,
                        "replicas: 3, readyReplicas: 3, updatedReplicas: 3, currentRevision: b, updateRevision: b"))
                .isEqualTo("READY");
        assertThat(statefulSet(rolling, "replicas: 2, readyReplicas: 2"))
                .isEqualTo("IN_PROGRESS 2 of 3 pods are created");
        assertThat(statefulSet(rolling, "replicas: 3, readyReplicas: 2"))
                .isEqualTo("IN_PROGRESS 2 of 3 pods are ready");
        assertThat(statefulSet(rolling, "replicas: 4, readyReplicas: 4"))
                .isEqualTo("IN_PROGRESS 1 pod too many is still there");
        assertThat(statefulSet(
                        rolling,
                        "replicas: 3, readyReplicas: 3, updatedReplicas: 1, currentRevision: a, updateRevision: b"))
                .isEqualTo("IN_PROGRESS 1 of 3 pods are updated");
        assertThat(statefulSet("{}", "replicas: 3, readyReplicas: 3, currentRevision: a, updateRevision: b"))
                .isEqualTo("IN_PROGRESS 0 of 3 pods are updated");
    }

    @Test
    void should_respect_the_partition_of_a_stateful_set() {
        String partition = "{type: RollingUpdate, rollingUpdate: {partition: 2}}";
        String revisions = "currentRevision: a, updateRevision: b";
        assertThat(statefulSet(partition, "replicas: 3, readyReplicas: 3, updatedReplicas: 0, " + revisions))
                .isEqualTo("IN_PROGRESS 0 of 1 pod is updated (partition 2)");
        assertThat(statefulSet(partition, "replicas: 3, readyReplicas: 3, updatedReplicas: 1, " + revisions))
                .isEqualTo("READY");
        assertThat(statefulSet("{rollingUpdate: {partition: 9}}", "replicas: 3, readyReplicas: 3, " + revisions))
                .isEqualTo("READY");
    }

    @Test
    void should_not_wait_for_a_stateful_set_whose_pods_somebody_deletes() {
        assertThat(statefulSet(
                        "{type: OnDelete}", "replicas: 3, readyReplicas: 1, currentRevision: a, updateRevision: b"))
                .isEqualTo("READY");
    }

    private static String daemonSet(String spec, String status) {
        return Rows.text("apps/v1", "DaemonSet", "spec: " + spec + "\nstatus: " + status + "\n");
    }

    @Test
    void should_follow_a_daemon_set() {
        String all = "desiredNumberScheduled: 3, currentNumberScheduled: 3, ";
        assertThat(daemonSet("{}", "{desiredNumberScheduled: 0}"))
                .isEqualTo("IN_PROGRESS its controller has not seen it yet");
        assertThat(daemonSet("{}", "{observedGeneration: 2, desiredNumberScheduled: 0}"))
                .isEqualTo("READY");
        assertThat(daemonSet("{}", "{observedGeneration: 2, desiredNumberScheduled: 3, currentNumberScheduled: 1}"))
                .isEqualTo("IN_PROGRESS 1 of 3 pods are created");
        assertThat(daemonSet("{}", "{observedGeneration: 2, " + all + "updatedNumberScheduled: 2}"))
                .isEqualTo("IN_PROGRESS 2 of 3 pods are updated");
        assertThat(daemonSet("{}", "{observedGeneration: 2, " + all + "updatedNumberScheduled: 3, numberAvailable: 1}"))
                .isEqualTo("IN_PROGRESS 1 of 3 pods are available");
        assertThat(daemonSet("{}", "{observedGeneration: 2, " + all + "updatedNumberScheduled: 3, numberAvailable: 3}"))
                .isEqualTo("IN_PROGRESS 0 of 3 pods are ready");
        assertThat(daemonSet(
                        "{}",
                        "{observedGeneration: 2, " + all
                                + "updatedNumberScheduled: 3, numberAvailable: 3, numberReady: 3}"))
                .isEqualTo("READY");
    }

    @Test
    void should_not_wait_for_an_update_of_pods_that_somebody_deletes() {
        assertThat(daemonSet(
                        "{updateStrategy: {type: OnDelete}}",
                        "{observedGeneration: 2, desiredNumberScheduled: 3, currentNumberScheduled: 3, numberAvailable: 3,"
                                + " numberReady: 3}"))
                .isEqualTo("READY");
    }

    private static String job(String spec, String status) {
        return Rows.text("batch/v1", "Job", "spec: " + spec + "\nstatus: " + status + "\n");
    }

    @Test
    void should_follow_a_job() {
        assertThat(job("{completions: 3}", "{startTime: x, conditions: [{type: Complete, status: 'True'}]}"))
                .isEqualTo("READY");
        assertThat(job(
                        "{completions: 3}",
                        "{startTime: x, conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}"))
                .isEqualTo("FAILED it failed: BackoffLimitExceeded");
        assertThat(job("{completions: 3}", "{startTime: x, succeeded: 1, failed: 2}"))
                .isEqualTo("IN_PROGRESS 1 of 3 pods are done, 2 failed");
        assertThat(job("{completions: 1}", "{startTime: x, conditions: [{type: Complete, status: 'False'}]}"))
                .isEqualTo("IN_PROGRESS 0 of 1 pod is done");
        assertThat(job("{parallelism: 2}", "{startTime: x}")).isEqualTo("IN_PROGRESS it runs");
        assertThat(job("{completions: 1}", "{}")).isEqualTo("IN_PROGRESS it has not started yet");
    }

    @Test
    void should_not_wait_for_a_suspended_job() {
        assertThat(job("{completions: 1, suspend: true}", "{}")).isEqualTo("READY");
        assertThat(job("{suspend: true}", "{conditions: [{type: Failed, status: 'True', message: too late}]}"))
                .isEqualTo("FAILED it failed: too late");
    }

    @Test
    void should_take_a_job_that_deleted_itself_for_done() {
        assertThat(Statuses.ofAbsent(Live.object("batch/v1", "Job", "spec: {ttlSecondsAfterFinished: 0}")))
                .isEqualTo(Readiness.ready());
        assertThat(Statuses.ofAbsent(Live.object("batch/v1", "Job", "spec: {}")))
                .isEqualTo(Readiness.failed("somebody deleted it"));
        assertThat(Statuses.ofAbsent(Live.object("acme.example/v1", "Job", "spec: {ttlSecondsAfterFinished: 0}")))
                .isEqualTo(Readiness.failed("somebody deleted it"));
    }

    @Test
    void should_know_kinds_by_their_group() {
        assertThat(Rows.text("acme.example/v1", "Deployment", "spec: {replicas: 3}"))
                .isEqualTo("READY");
        assertThat(Rows.text("acme.example/v1", "Job", "spec: {completions: 3}"))
                .isEqualTo("READY");
    }
}
