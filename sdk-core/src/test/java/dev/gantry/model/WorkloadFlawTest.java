package dev.gantry.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.config.ConfigMap;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Resource;
import dev.gantry.workload.Cron;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.Job;
import dev.gantry.workload.Pod;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.PodFailurePolicyAction;
import dev.gantry.workload.PodFailurePolicyRule;
import dev.gantry.workload.RestartPolicy;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.SuccessPolicyRule;
import dev.gantry.workload.UnsatisfiableAction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad values for the kinds that run pods: written, and a flaw at their field. */
class WorkloadFlawTest {

    private static final String NULL = "GTY-VAL-001 A value is needed here, but null was given.";

    @Test
    void should_find_a_name_that_pods_cannot_be_called_by() {
        assertThat(flaws(StatefulSet.of("shop.db", s -> {})))
                .containsExactly("metadata.name GTY-VAL-002 \"shop.db\" has the character '.'.");
    }

    @Test
    void should_find_null_in_every_kind() {
        assertThat(flaws(StatefulSet.of("db", s -> s.service(null).podManagementPolicy(null))))
                .containsExactly("spec.serviceName " + NULL, "spec.podManagementPolicy " + NULL);
        assertThat(flaws(StatefulSet.of("db", s -> s.rollingUpdate(0, null))))
                .containsExactly("spec.updateStrategy.rollingUpdate.maxUnavailable " + NULL);
        assertThat(flaws(StatefulSet.of("db", s -> s.persistentVolumeClaimRetentionPolicy(null, null))))
                .containsExactly(
                        "spec.persistentVolumeClaimRetentionPolicy.whenDeleted " + NULL,
                        "spec.persistentVolumeClaimRetentionPolicy.whenScaled " + NULL);
        assertThat(flaws(DaemonSet.of("agent", d -> d.rollingUpdate(null, IntOrPercent.of(2)))))
                .containsExactly("spec.updateStrategy.rollingUpdate.maxSurge " + NULL);
        assertThat(flaws(Job.of("report", null, j -> {}))).containsExactly("spec.template.spec.restartPolicy " + NULL);
        assertThat(job(j -> j.podFailurePolicy((PodFailurePolicyRule[]) null)))
                .containsExactly("spec.podFailurePolicy.rules " + NULL);
        assertThat(job(j -> j.podFailurePolicy((PodFailurePolicyRule) null)))
                .containsExactly("spec.podFailurePolicy.rules " + NULL);
        assertThat(job(j -> j.podFailurePolicy(PodFailurePolicyRule.onExitCodes(null, (int[]) null))))
                .containsExactly(
                        "spec.podFailurePolicy.rules[0].action " + NULL,
                        "spec.podFailurePolicy.rules[0].onExitCodes.values " + NULL);
        assertThat(job(j -> j.successPolicy((SuccessPolicyRule[]) null)))
                .containsExactly("spec.successPolicy.rules " + NULL);
        assertThat(job(j -> j.successPolicy(SuccessPolicyRule.succeededIndexes(null))))
                .containsExactly("spec.successPolicy.rules[0].succeededIndexes " + NULL);
        assertThat(job(j -> j.rollsOn(null))).containsExactly("spec.template " + NULL);
        assertThat(flaws(CronJob.of("report", null, RestartPolicy.NEVER, c -> c.timeZone(null))))
                .containsExactly("spec.schedule " + NULL, "spec.timeZone " + NULL);
        assertThat(cronJob(c -> c.rollsOn(null))).containsExactly("spec.jobTemplate.spec.template " + NULL);
        assertThat(flaws(Pod.of("debug", p -> p.restartPolicy(null)))).containsExactly("spec.restartPolicy " + NULL);
        assertThat(flaws(PodDisruptionBudget.of("web", null, p -> p.minAvailable(null))))
                .containsExactly("spec.selector " + NULL, "spec.minAvailable " + NULL);
    }

    @Test
    void should_find_pods_and_content_outside_the_program_that_are_not_known() {
        Deployment payments = Deployment.existing("payments");
        String unknown =
                "GTY-VAL-012 The labels of the pods of Deployment payments are not known, so this stands for every"
                        + " pod.";
        String affinity = "spec.template.spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0]";
        assertThat(job(j -> j.podAffinity(a -> a.required(payments, "zone"))))
                .containsExactly(affinity + ".labelSelector.matchLabels " + unknown);
        assertThat(job(j -> j.topologySpread(1, "zone", UnsatisfiableAction.DO_NOT_SCHEDULE, t -> t.counts(payments))))
                .containsExactly(
                        "spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels " + unknown);
        assertThat(job(j -> j.rollsOn(ConfigMap.existing("settings"))))
                .containsExactly("spec.template.metadata.annotations[\"checksum/configmap-settings\"] GTY-VAL-012 The"
                        + " content of ConfigMap settings is not known, since it is made outside the program.");
        assertThat(job(j -> j.rollsOn(ConfigMap.of("s".repeat(60), c -> c.text("a", "b")))))
                .singleElement()
                .asString()
                .contains("GTY-VAL-003");
    }

    @Test
    void should_find_numbers_and_durations_out_of_range() {
        assertThat(flaws(StatefulSet.of("db", s -> s.startOrdinal(-1))))
                .containsExactly("spec.ordinals.start GTY-VAL-007 -1 is out of range.");
        assertThat(flaws(StatefulSet.of("db", s -> s.rollingUpdate(-2, IntOrPercent.percent(0)))))
                .containsExactly(
                        "spec.updateStrategy.rollingUpdate.partition GTY-VAL-007 -2 is out of range.",
                        "spec.updateStrategy.rollingUpdate.maxUnavailable GTY-VAL-007 0% is out of range.");
        assertThat(job(j -> j.maxFailedIndexes(100_001)))
                .containsExactly("spec.maxFailedIndexes GTY-VAL-007 100001 is out of range.");
        assertThat(job(j -> j.podActiveDeadline(Duration.ZERO).ttlAfterFinished(Duration.ofMillis(1))))
                .containsExactly(
                        "spec.template.spec.activeDeadlineSeconds GTY-VAL-008 PT0S is out of range.",
                        "spec.ttlSecondsAfterFinished GTY-VAL-008 PT0.001S is not a whole number of seconds.");
        assertThat(cronJob(c -> c.failedJobsHistoryLimit(-1)))
                .containsExactly("spec.failedJobsHistoryLimit GTY-VAL-007 -1 is out of range.");
        assertThat(budget(p -> p.minAvailable(IntOrPercent.percent(101))))
                .containsExactly("spec.minAvailable GTY-VAL-007 101% is out of range.");
        assertThat(budget(p -> p.maxUnavailable(IntOrPercent.of(101)))).isEmpty();
    }

    @Test
    void should_find_exit_codes_that_no_job_takes() {
        String values = "spec.podFailurePolicy.rules[0].onExitCodes.values";
        assertThat(rule(PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.FAIL_JOB, 0, 256)))
                .containsExactly(
                        values + "[0] GTY-VAL-007 0 is out of range.", values + "[1] GTY-VAL-007 256 is out of range.");
        assertThat(rule(PodFailurePolicyRule.onOtherExitCodes(PodFailurePolicyAction.FAIL_JOB)))
                .containsExactly(values + " GTY-VAL-010 There is no exit code.");
        assertThat(rule(PodFailurePolicyRule.onOtherExitCodes(PodFailurePolicyAction.FAIL_JOB, 0, 3, 3)))
                .containsExactly(values + " GTY-VAL-010 The exit codes are not in ascending order.");
        assertThat(rule(PodFailurePolicyRule.onPodCondition(PodFailurePolicyAction.IGNORE, "DisruptionTarget")
                        .container("main")))
                .containsExactly("spec.podFailurePolicy.rules[0].onPodConditions GTY-VAL-011 A condition is the whole"
                        + " pod's, not that of the container \"main\".");
    }

    @Test
    void should_find_more_rules_than_a_job_takes() {
        PodFailurePolicyRule[] rules = new PodFailurePolicyRule[21];
        Arrays.fill(rules, PodFailurePolicyRule.onExitCodes(PodFailurePolicyAction.COUNT, 1));
        assertThat(job(j -> j.podFailurePolicy(rules)))
                .containsExactly("spec.podFailurePolicy.rules GTY-VAL-007 There are 21 rules.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1,", "2-", "1-2-3", "-1"})
    void should_find_indexes_that_are_no_numbers(String indexes) {
        assertThat(job(j -> j.successPolicy(SuccessPolicyRule.succeededIndexes(indexes))))
                .singleElement()
                .asString()
                .startsWith(
                        "spec.successPolicy.rules[0].succeededIndexes GTY-VAL-009 \"" + indexes + "\" has the part ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,1", "4-2", "1,1", "0-5,5"})
    void should_find_indexes_that_do_not_ascend(String indexes) {
        assertThat(job(j -> j.successPolicy(SuccessPolicyRule.succeededIndexes(indexes))))
                .singleElement()
                .asString()
                .contains("is not in ascending order");
    }

    @Test
    void should_find_an_update_of_nodes_that_both_adds_and_removes() {
        assertThat(flaws(DaemonSet.of("agent", d -> d.rollingUpdate(IntOrPercent.of(1), IntOrPercent.percent(5)))))
                .containsExactly(
                        "spec.updateStrategy.rollingUpdate.maxSurge GTY-VAL-010 maxSurge is 1 and maxUnavailable"
                                + " is 5%.");
    }

    @Test
    void should_find_a_budget_with_both_limits() {
        assertThat(budget(p -> p.minAvailable(IntOrPercent.of(1)).maxUnavailable(IntOrPercent.of(1))))
                .containsExactly(
                        "spec.maxUnavailable GTY-VAL-010 A PodDisruptionBudget cannot have both minAvailable and"
                                + " maxUnavailable.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Local", "CET+1", "europe/berlin", "+02:00", "Europe/Berlinn"})
    void should_find_a_time_zone_that_nobody_knows(String zone) {
        assertThat(cronJob(c -> c.timeZone(zone)))
                .containsExactly("spec.timeZone GTY-VAL-009 \"" + zone + "\" is not in the time zone database.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Etc/UTC", "EST", "America/Argentina/Buenos_Aires"})
    void should_accept_a_time_zone_of_the_database(String zone) {
        assertThat(cronJob(c -> c.timeZone(zone))).isEmpty();
    }

    @Test
    void should_be_selected_by_labels_of_pods_where_there_is_no_selector() {
        assertThat(Job.of("a", RestartPolicy.NEVER, j -> j.label("not", "this").podLabel("app", "a"))
                        .selector())
                .hasToString("{app=a}");
        assertThat(CronJob.of(
                                "a",
                                Cron.hourly(),
                                RestartPolicy.NEVER,
                                c -> c.jobLabel("not", "this").podLabel("app", "b"))
                        .selector())
                .hasToString("{app=b}");
        assertThat(Pod.of("a", p -> p.label("app", "c")).selector()).hasToString("{app=c}");
        assertThat(Pod.of("a", p -> {}).selector()).isEmpty();
        assertThat(StatefulSet.of("a", s -> s.podLabel("not", "this").selector("app", "d"))
                        .selector())
                .hasToString("{app=d}");
        assertThat(DaemonSet.of("a", s -> s.podLabel("not", "this").selector("app", "e"))
                        .selector())
                .hasToString("{app=e}");
    }

    private static List<String> rule(PodFailurePolicyRule rule) {
        return job(j -> j.podFailurePolicy(rule));
    }

    private static List<String> job(Consumer<Job.Builder> options) {
        return flaws(Job.of("report", RestartPolicy.NEVER, options));
    }

    private static List<String> cronJob(Consumer<CronJob.Builder> options) {
        return flaws(CronJob.of("report", Cron.hourly(), RestartPolicy.NEVER, options));
    }

    private static List<String> budget(Consumer<PodDisruptionBudget.Builder> options) {
        return flaws(PodDisruptionBudget.of("web", Deployment.existing("web"), options));
    }

    private static List<String> flaws(Resource resource) {
        return Draft.of(resource).problems().stream()
                .map(p -> p.field() + " " + p.flaw().rule().code() + " "
                        + p.flaw().message())
                .toList();
    }
}
