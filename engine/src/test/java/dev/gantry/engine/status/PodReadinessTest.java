package dev.gantry.engine.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodReadinessTest {

    private static String pod(String status) {
        return Rows.text("v1", "Pod", "spec: {containers: [{name: web}, {name: proxy}]}\nstatus: " + status + "\n");
    }

    @Test
    void should_take_a_pod_for_ready_when_it_runs_and_is_ready_or_has_done_its_work() {
        assertThat(pod("{phase: Running, conditions: [{type: Ready, status: 'True'}]}"))
                .isEqualTo("READY");
        assertThat(pod("{phase: Succeeded, conditions: [{type: Ready, status: 'False'}]}"))
                .isEqualTo("READY");
    }

    @Test
    void should_say_what_a_pod_waits_for() {
        assertThat(pod("{}")).isEqualTo("IN_PROGRESS nothing has been reported of it yet");
        assertThat(pod("{phase: Pending}")).isEqualTo("IN_PROGRESS it is Pending");
        assertThat(pod("{phase: Pending, conditions: [{type: Ready, status: 'True'}]}"))
                .isEqualTo("IN_PROGRESS it is Pending");
        assertThat(pod("{phase: Running, conditions: [{type: Ready, status: 'False'}],"
                        + " containerStatuses: [{name: web, ready: true}, {name: proxy, ready: false}]}"))
                .isEqualTo("IN_PROGRESS 1 of 2 containers are ready");
        assertThat(pod("{phase: Pending,"
                        + " containerStatuses: [{name: web, state: {waiting: {reason: ImagePullBackOff}}}]}"))
                .isEqualTo("IN_PROGRESS container web waits: ImagePullBackOff");
        assertThat(pod("{phase: Pending,"
                        + " containerStatuses: [{name: web, state: {waiting: {reason: ContainerCreating}}}]}"))
                .isEqualTo("IN_PROGRESS it is Pending");
    }

    @Test
    void should_fail_when_a_pod_failed_or_crashes() {
        assertThat(pod("{phase: Failed, message: The node was low on memory}"))
                .isEqualTo("FAILED it failed: The node was low on memory");
        assertThat(pod("{phase: Failed, reason: Evicted}")).isEqualTo("FAILED it failed: Evicted");
        assertThat(pod("{phase: Failed}")).isEqualTo("FAILED it failed");
        assertThat(pod("{phase: Running, containerStatuses: [{name: web, restartCount: 4,"
                        + " state: {waiting: {reason: CrashLoopBackOff}}}]}"))
                .isEqualTo("FAILED container web crashes again and again (4 restarts)");
        assertThat(pod("{phase: Pending, initContainerStatuses: [{name: init, restartCount: 1,"
                        + " state: {waiting: {reason: CrashLoopBackOff}}}]}"))
                .isEqualTo("FAILED container init crashes again and again (1 restarts)");
    }

    private static String unscheduled(String reason, String since) {
        return pod("{phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason: " + reason
                + ", message: 0/3 nodes are available" + since + "}]}");
    }

    @Test
    void should_give_a_scheduler_fifteen_seconds() {
        assertThat(unscheduled("Unschedulable", ", lastTransitionTime: '2024-05-01T11:59:46Z'"))
                .isEqualTo("IN_PROGRESS no node takes it: 0/3 nodes are available");
        assertThat(unscheduled("Unschedulable", ", lastTransitionTime: '2024-05-01T11:59:44Z'"))
                .isEqualTo("FAILED no node takes it: 0/3 nodes are available");
        assertThat(unscheduled("Unschedulable", "")).isEqualTo("IN_PROGRESS no node takes it: 0/3 nodes are available");
        assertThat(unscheduled("SchedulingGated", ", lastTransitionTime: '2024-05-01T10:00:00Z'"))
                .isEqualTo("IN_PROGRESS it is Pending");
    }
}
