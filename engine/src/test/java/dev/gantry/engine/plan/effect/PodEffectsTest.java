package dev.gantry.engine.plan.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.status.Live;
import org.junit.jupiter.api.Test;

class PodEffectsTest {

    private static String template(String kind, String rest) {
        return EffectsOf.spec("apps/v1", kind, "{" + rest + ", template: {a: 1}}", "{" + rest + ", template: {a: 2}}");
    }

    @Test
    void should_say_how_many_pods_of_a_deployment_restart_and_how() {
        assertThat(template("Deployment", "replicas: 6"))
                .isEqualTo("6 pods restart, at most 2 extra and 1 missing at a time");
        assertThat(template("Deployment", "replicas: 1"))
                .isEqualTo("1 pod restarts, at most 1 extra and 0 missing at a time");
        assertThat(
                        template(
                                "Deployment",
                                "strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 3}}, replicas: 6"))
                .isEqualTo("6 pods restart, at most 0 extra and 3 missing at a time");
        assertThat(template("Deployment", "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 10%}}, replicas: 6"))
                .isEqualTo("6 pods restart, at most 0 extra and 1 missing at a time");
        assertThat(template("Deployment", "strategy: {type: Recreate}, replicas: 6"))
                .isEqualTo("all 6 pods stop before new ones start: nothing answers in between");
        assertThat(template("Deployment", "strategy: {type: Recreate}"))
                .isEqualTo("its pod stops before the new one starts: nothing answers in between");
        assertThat(template("Deployment", "replicas: 0")).isEmpty();
        assertThat(template("Deployment", "paused: true")).isEqualTo("no pod restarts while it is paused");
    }

    @Test
    void should_say_how_many_pods_of_a_stateful_set_restart() {
        assertThat(template("StatefulSet", "replicas: 3")).isEqualTo("3 pods restart, one after the other");
        assertThat(template("StatefulSet", "replicas: 1")).isEqualTo("1 pod restarts");
        assertThat(template("StatefulSet", "replicas: 3, updateStrategy: {rollingUpdate: {partition: 2}}"))
                .isEqualTo("1 of 3 pods restarts (partition 2)");
        assertThat(template("StatefulSet", "replicas: 3, updateStrategy: {type: OnDelete}"))
                .isEqualTo("no pod restarts until somebody deletes it (OnDelete)");
    }

    @Test
    void should_say_how_many_pods_of_a_daemon_set_restart() {
        String spec = "spec: {template: {a: %d}, updateStrategy: {%s}}\nstatus: {%s}\n";
        assertThat(EffectsOf.update(
                        "apps/v1",
                        "DaemonSet",
                        spec.formatted(1, "", "desiredNumberScheduled: 5"),
                        spec.formatted(2, "rollingUpdate: {maxUnavailable: 2}", "")))
                .isEqualTo("5 pods restart, 2 at a time");
        assertThat(template("DaemonSet", "x: 1")).isEqualTo("the pods of all nodes restart, 1 at a time");
        assertThat(template("DaemonSet", "updateStrategy: {type: OnDelete}"))
                .isEqualTo("no pod restarts until somebody deletes it (OnDelete)");
        assertThat(EffectsOf.update(
                        "apps/v1",
                        "DaemonSet",
                        spec.formatted(1, "", "desiredNumberScheduled: 0"),
                        spec.formatted(2, "", "")))
                .isEmpty();
    }

    @Test
    void should_not_restart_pods_when_only_the_workload_changes() {
        assertThat(EffectsOf.spec(
                        "apps/v1",
                        "Deployment",
                        "{replicas: 2, template: {a: 1}}",
                        "{replicas: 2, template: {a: 1}, revisionHistoryLimit: 2}"))
                .isEmpty();
        assertThat(Effects.restartsPods(
                        Live.object("apps/v1", "Deployment", "spec: {template: {a: 1}}"),
                        Live.object("apps/v1", "Deployment", "spec: {template: {a: 2}}")))
                .isTrue();
        assertThat(Effects.restartsPods(
                        Live.object("apps/v1", "Deployment", "spec: {template: {a: 1}}"),
                        Live.object("apps/v1", "Deployment", "spec: {template: {a: 1}, paused: true}")))
                .isFalse();
        assertThat(Effects.restartsPods(
                        Live.object("batch/v1", "Job", "spec: {template: {a: 1}}"),
                        Live.object("batch/v1", "Job", "spec: {template: {a: 2}}")))
                .isFalse();
    }

    @Test
    void should_say_how_it_scales() {
        assertThat(EffectsOf.spec("apps/v1", "Deployment", "{replicas: 3}", "{replicas: 6}"))
                .isEqualTo("scales from 3 to 6 pods");
        assertThat(EffectsOf.spec("apps/v1", "StatefulSet", "{replicas: 3}", "{}"))
                .isEqualTo("scales from 3 to 1 pod");
        assertThat(EffectsOf.spec("apps/v1", "ReplicaSet", "{replicas: 3}", "{replicas: 0}"))
                .isEqualTo("all 3 pods stop, and none runs");
        assertThat(EffectsOf.spec("apps/v1", "Deployment", "{replicas: 0}", "{replicas: 1}"))
                .isEqualTo("1 pod starts");
    }

    @Test
    void should_name_images_and_restart_together() {
        String spec = "{replicas: 2, template: {spec: {initContainers: [{name: migrate, image: 'm:%s'}],"
                + " containers: [{name: web, image: 'shop/web:%s'}, {name: proxy, image: p}]}}}";
        assertThat(EffectsOf.spec("apps/v1", "Deployment", spec.formatted(1, 1), spec.formatted(1, 2)))
                .isEqualTo("""
                web runs shop/web:2 instead of shop/web:1
                2 pods restart, at most 1 extra and 0 missing at a time""");
        assertThat(EffectsOf.spec("apps/v1", "Deployment", spec.formatted(1, 1), spec.formatted(2, 1)))
                .startsWith("migrate runs m:2 instead of m:1\n");
    }

    @Test
    void should_say_what_is_paused_and_goes_on() {
        assertThat(EffectsOf.spec("apps/v1", "Deployment", "{}", "{paused: true}"))
                .isEqualTo("is paused: changes of its pods wait");
        assertThat(EffectsOf.spec("apps/v1", "Deployment", "{paused: true}", "{}"))
                .isEqualTo("goes on: changes that waited are rolled out");
    }

    @Test
    void should_say_that_pods_of_a_replica_set_stay() {
        assertThat(template("ReplicaSet", "replicas: 2"))
                .isEqualTo("pods that run keep the old template; only new ones get the other");
    }

    @Test
    void should_follow_jobs() {
        assertThat(EffectsOf.spec(
                        "batch/v1",
                        "CronJob",
                        "{schedule: '0 3 * * *', jobTemplate: {a: 1}}",
                        "{schedule: '0 4 * * *', timeZone: Etc/UTC, suspend: true, jobTemplate: {a: 2}}"))
                .isEqualTo("""
                        runs at "0 4 * * * Etc/UTC" instead of "0 3 * * *"
                        runs no more until it is resumed
                        the next run is made of the new template; runs that have begun are not""");
        assertThat(EffectsOf.spec(
                        "batch/v1", "Job", "{suspend: true, parallelism: 1}", "{suspend: false, parallelism: 3}"))
                .isEqualTo("""
                        its pods start
                        runs 3 pods at once instead of 1""");
    }
}
