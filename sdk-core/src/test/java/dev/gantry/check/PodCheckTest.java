package dev.gantry.check;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.workload.Cron;
import dev.gantry.workload.CronJob;
import dev.gantry.workload.Pod;
import dev.gantry.workload.RestartPolicy;
import dev.gantry.workload.TaintEffect;
import dev.gantry.workload.Toleration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodCheckTest {

    private static final Image IMAGE = Image.of("example.com/web:7");

    @Test
    void should_warn_of_a_toleration_of_the_old_taint() {
        assertThat(findings(pod(p -> p.container("main", IMAGE, c -> {})
                        .tolerations(
                                Toleration.exists("example.com/special"),
                                Toleration.exists("node-role.kubernetes.io/master")
                                        .effect(TaintEffect.NO_SCHEDULE)))))
                .extracting(f -> f.code() + " " + f.field() + " " + f.message() + " " + f.hint())
                .containsExactly("GTY-WRK-017 spec.tolerations[1].key No node has the taint"
                        + " node-role.kubernetes.io/master since Kubernetes 1.25, so this does not let the pods onto control"
                        + " planes. Tolerate node-role.kubernetes.io/control-plane.");
    }

    @Test
    void should_accept_the_old_taint_for_older_clusters() {
        Consumer<App> both = pod(p -> p.container("main", IMAGE, c -> {})
                .tolerations(
                        Toleration.exists("node-role.kubernetes.io/control-plane"),
                        Toleration.exists("node-role.kubernetes.io/master")));
        Consumer<App> old = pod(p ->
                p.container("main", IMAGE, c -> {}).tolerations(Toleration.exists("node-role.kubernetes.io/master")));

        assertThat(findings(both)).isEmpty();
        assertThat(findings("1.24", old)).isEmpty();
        assertThat(findings("1.25", old)).hasSize(1);
    }

    @Test
    void should_warn_of_an_image_that_moves() {
        assertThat(report(pod(p -> p.container("main", IMAGE, c -> {})
                        .initContainer("prepare", Image.of("localhost:5000/tools"), c -> {})))) // @tools
                .isEqualTo(Lines.fill(PodCheckTest.class, """
                        warning GTY-WRK-018 @tools Pod shop/web spec.initContainers[0].image
                          The image "localhost:5000/tools" of the container "prepare" has no tag, which means latest: another one may run after every restart.
                          hint: Name a version, Image.of(repository, tag), or a digest.
                        """));
        assertThat(findings(pod(p -> p.container("main", Image.of("tools:latest"), c -> {}))))
                .extracting(f -> f.code() + " " + f.message())
                .containsExactly("GTY-WRK-018 The image \"tools:latest\" of the container \"main\" has the tag latest:"
                        + " another one may run after every restart.");
    }

    @Test
    void should_find_the_image_of_a_cron_job() {
        assertThat(findings(app -> app.stack("shop")
                        .add(CronJob.of(
                                "report",
                                Cron.hourly(),
                                RestartPolicy.NEVER,
                                c -> c.container("main", Image.of("tools"), o -> {})))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-WRK-018 spec.jobTemplate.spec.template.spec.containers[0].image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools:1",
                "tools:latest-alpine",
                "localhost:5000/tools:1",
                "tools@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "tools:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void should_accept_an_image_that_stays(String image) {
        assertThat(findings(pod(p -> p.container("main", Image.of(image), c -> {}))))
                .isEmpty();
    }

    @Test
    void should_reject_ephemeral_containers() {
        assertThat(findings(pod(p -> p.container("main", IMAGE, c -> {})
                        .rawTree(tree -> tree.withObject("/spec")
                                .putArray("ephemeralContainers")
                                .addObject()
                                .put("name", "debug")))))
                .extracting(f -> f.code() + " " + f.field())
                .containsExactly("GTY-WRK-019 spec.ephemeralContainers");
        assertThat(findings(pod(p -> p.container("main", IMAGE, c -> {})
                        .rawTree(tree -> tree.withObject("/spec").putArray("ephemeralContainers")))))
                .isEmpty();
    }

    private static Consumer<App> pod(Consumer<Pod.Builder> options) {
        return app -> app.stack("shop", s -> s.namespace("shop")).add(Pod.of("web", options));
    }
}
