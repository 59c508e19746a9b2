package dev.gantry.component;

import static dev.gantry.TestRun.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.Secret;
import dev.gantry.finding.Finding;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.NetworkPolicyPeer;
import dev.gantry.security.PodSecurityStandard;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Cron;
import dev.gantry.workload.IntOrPercent;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private static final Image IMAGE = Image.of("registry.example.com/shop:1.4.2");
    private static final Port HTTP = Port.http(8080);
    private static final Port SQL = Port.tcp("sql", 5432);
    private static final VolumeClaim DISK = VolumeClaim.of("10Gi", AccessMode.READ_WRITE_ONCE);

    @Test
    void should_make_resources_that_no_check_complains_of() {
        Synthesis made = TestRun.advised(app -> {
            Stack shop = hardened(app);
            WebService web =
                    shop.add(WebService.of("web", IMAGE, HTTP, w -> w.container(c -> c.requests("250m", "256Mi"))));
            Worker worker = shop.add(Worker.of("mailer", IMAGE, w -> w.container(c -> c.requests("1", "1Gi"))));
            shop.add(ScheduledJob.of("report", Cron.daily(LocalTime.of(3, 0)), IMAGE, j -> {}));
            shop.add(StatefulStore.of(
                    "db",
                    IMAGE,
                    SQL,
                    DISK,
                    "/data",
                    s -> s.admits(web.deployment()).admits(worker.deployment())));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(made.manifests())
                .extracting(m -> m.id().kind() + "/" + m.id().name())
                .containsExactlyInAnyOrder(
                        "NetworkPolicy/default-deny",
                        "ServiceAccount/web",
                        "Deployment/web",
                        "Service/web",
                        "HorizontalPodAutoscaler/web",
                        "PodDisruptionBudget/web",
                        "NetworkPolicy/web",
                        "ServiceAccount/mailer",
                        "Deployment/mailer",
                        "NetworkPolicy/mailer",
                        "ServiceAccount/report",
                        "CronJob/report",
                        "NetworkPolicy/report",
                        "ServiceAccount/db",
                        "Service/db",
                        "StatefulSet/db",
                        "PodDisruptionBudget/db",
                        "NetworkPolicy/db");
    }

    @Test
    void should_take_the_options_of_a_web_service() {
        Synthesis made = TestRun.of(app -> hardened(app)
                .add(WebService.of(
                        "web",
                        IMAGE,
                        HTTP,
                        w -> w.probes("/up", "/ok")
                                .servicePort(8443)
                                .replicas(3, 7)
                                .cpuUtilization(55)
                                .admits(NetworkPolicyPeer.namespace(Namespace.existing("ingress")))
                                .container(c -> c.cpu("1", "2"))
                                .deployment(d -> d.minReady(Duration.ofSeconds(9))))));

        String container = "/spec/template/spec/containers/0";
        assertThat(field(made, "Deployment", "web", container + "/readinessProbe/httpGet/path"))
                .isEqualTo("\"/up\"");
        assertThat(field(made, "Deployment", "web", container + "/livenessProbe/httpGet/path"))
                .isEqualTo("\"/ok\"");
        assertThat(field(made, "Deployment", "web", container + "/resources/limits/cpu"))
                .isEqualTo("\"2\"");
        assertThat(field(made, "Deployment", "web", "/spec/minReadySeconds")).isEqualTo("9");
        assertThat(field(made, "Service", "web", "/spec/ports/0/port")).isEqualTo("8443");
        assertThat(field(made, "HorizontalPodAutoscaler", "web", "/spec/minReplicas"))
                .isEqualTo("3");
        assertThat(field(made, "HorizontalPodAutoscaler", "web", "/spec/maxReplicas"))
                .isEqualTo("7");
        assertThat(field(made, "HorizontalPodAutoscaler", "web", "/spec/metrics/0/resource/target/averageUtilization"))
                .isEqualTo("55");
        assertThat(field(made, "NetworkPolicy", "web", "/spec/ingress")).isEqualTo("""
                [{"ports":[{"protocol":"TCP","port":8080}],"from":[{"namespaceSelector":{"matchLabels":\
                {"kubernetes.io/metadata.name":"ingress"}}}]}]""");
    }

    @Test
    void should_take_the_options_of_the_others() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = hardened(app);
            shop.add(Worker.of("mailer", IMAGE, w -> w.replicas(4).deployment(d -> d.recreate())));
            shop.add(ScheduledJob.of(
                    "report",
                    Cron.hourly(),
                    IMAGE,
                    j -> j.deadline(Duration.ofMinutes(5))
                            .retries(7)
                            .cronJob(c -> c.successfulJobsHistoryLimit(1))
                            .container(c -> c.args("--all"))));
            shop.add(StatefulStore.of(
                    "db",
                    IMAGE,
                    SQL,
                    DISK,
                    "/data",
                    s -> s.replicas(3)
                            .admits(NetworkPolicyPeer.namespace(Namespace.existing("backup")))
                            .statefulSet(d -> d.minReady(Duration.ofSeconds(9)))));
        });

        assertThat(field(made, "Deployment", "mailer", "/spec/replicas")).isEqualTo("4");
        assertThat(field(made, "Deployment", "mailer", "/spec/strategy/type")).isEqualTo("\"Recreate\"");
        assertThat(field(made, "CronJob", "report", "/spec/jobTemplate/spec/activeDeadlineSeconds"))
                .isEqualTo("300");
        assertThat(field(made, "CronJob", "report", "/spec/jobTemplate/spec/backoffLimit"))
                .isEqualTo("7");
        assertThat(field(made, "CronJob", "report", "/spec/successfulJobsHistoryLimit"))
                .isEqualTo("1");
        assertThat(field(made, "CronJob", "report", "/spec/jobTemplate/spec/template/spec/containers/0/args"))
                .isEqualTo("[\"--all\"]");
        assertThat(field(made, "StatefulSet", "db", "/spec/replicas")).isEqualTo("3");
        assertThat(field(made, "StatefulSet", "db", "/spec/minReadySeconds")).isEqualTo("9");
        assertThat(field(made, "StatefulSet", "db", "/spec/serviceName")).isEqualTo("\"db\"");
        assertThat(field(made, "NetworkPolicy", "db", "/spec/ingress/1/from")).isEqualTo("""
                [{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"backup"}}}]""");
    }

    @Test
    void should_give_a_store_a_disk_and_admit_its_own_pods_and_its_clients() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = hardened(app);
            Worker worker = shop.add(Worker.of("mailer", IMAGE, w -> {}));
            shop.add(StatefulStore.of("db", IMAGE, SQL, DISK, "/data", s -> s.admits(worker.deployment())));
        });

        assertThat(field(made, "StatefulSet", "db", "/spec/volumeClaimTemplates/0/metadata/name"))
                .isEqualTo("\"data\"");
        assertThat(field(made, "StatefulSet", "db", "/spec/volumeClaimTemplates/0/spec"))
                .isEqualTo("""
                {"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"10Gi"}}}""");
        assertThat(field(made, "StatefulSet", "db", "/spec/template/spec/containers/0/volumeMounts"))
                .contains("{\"name\":\"data\",\"mountPath\":\"/data\"}");
        assertThat(field(made, "StatefulSet", "db", "/spec/replicas")).isEqualTo("1");
        assertThat(field(made, "NetworkPolicy", "db", "/spec/ingress")).isEqualTo("""
                [{"from":[{"podSelector":{"matchLabels":{"app.kubernetes.io/name":"db"}}}]},\
                {"ports":[{"protocol":"TCP","port":5432}],\
                "from":[{"podSelector":{"matchLabels":{"app.kubernetes.io/name":"mailer"}}}]}]""");
    }

    @Test
    void should_admit_nobody_to_a_store_that_names_nobody() {
        Synthesis made =
                TestRun.of(app -> hardened(app).add(StatefulStore.of("db", IMAGE, SQL, DISK, "/data", s -> {})));

        assertThat(field(made, "NetworkPolicy", "db", "/spec/ingress"))
                .isEqualTo("[{\"from\":[{\"podSelector\":{\"matchLabels\":{\"app.kubernetes.io/name\":\"db\"}}}]}]");
    }

    @Test
    void should_give_every_resource_of_a_component_its_label() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = hardened(app);
            shop.add(WebService.of("web", IMAGE, HTTP, w -> {}));
            shop.add(Worker.of("mailer", IMAGE, w -> {}));
            shop.add(ScheduledJob.of("report", Cron.hourly(), IMAGE, j -> {}));
            shop.add(StatefulStore.of("db", IMAGE, SQL, DISK, "/data", s -> {}));
        });

        assertThat(made.manifests())
                .filteredOn(m -> !m.id().name().equals("default-deny"))
                .hasSize(17)
                .allSatisfy(m -> assertThat(m.tree()
                                .at("/metadata/labels/app.kubernetes.io~1name")
                                .textValue())
                        .isEqualTo(m.id().name()));
    }

    @Test
    void should_go_on_with_the_options_of_every_resource_of_a_web_service() {
        Synthesis made = TestRun.of(app -> hardened(app)
                .add(WebService.of(
                        "web",
                        IMAGE,
                        HTTP,
                        w -> w.account(a -> a.imagePullSecrets(Secret.existing("registry")))
                                .service(s -> s.annotation("a", "b"))
                                .autoscaler(h -> h.annotation("c", "d"))
                                .disruptionBudget(b -> b.maxUnavailable(IntOrPercent.of(2)))
                                .networkPolicy(n -> n.ingress(
                                        r -> r.from(NetworkPolicyPeer.namespace(Namespace.existing("monitoring"))))))));

        assertThat(field(made, "ServiceAccount", "web", "/imagePullSecrets/0/name"))
                .isEqualTo("\"registry\"");
        assertThat(field(made, "Service", "web", "/metadata/annotations")).isEqualTo("{\"a\":\"b\"}");
        assertThat(field(made, "HorizontalPodAutoscaler", "web", "/metadata/annotations"))
                .isEqualTo("{\"c\":\"d\"}");
        assertThat(field(made, "PodDisruptionBudget", "web", "/spec/maxUnavailable"))
                .isEqualTo("2");
        assertThat(field(made, "NetworkPolicy", "web", "/spec/ingress/1/from/0/namespaceSelector"))
                .contains("monitoring");
    }

    @Test
    void should_run_a_scheduled_job_when_it_is_time() {
        Synthesis made = TestRun.of(app ->
                hardened(app).add(ScheduledJob.of("report", Cron.daily(LocalTime.of(3, 20)), IMAGE, j -> {})));

        assertThat(field(made, "CronJob", "report", "/spec/schedule")).isEqualTo("\"20 3 * * *\"");
        assertThat(field(made, "CronJob", "report", "/spec/jobTemplate/spec/activeDeadlineSeconds"))
                .isEqualTo("3600");
        assertThat(field(made, "CronJob", "report", "/spec/jobTemplate/spec/backoffLimit"))
                .isEqualTo("2");
        assertThat(field(made, "NetworkPolicy", "report", "/spec")).isEqualTo("""
                {"podSelector":{"matchLabels":{"app.kubernetes.io/name":"report"}},"policyTypes":["Ingress"]}""");
    }

    @Test
    void should_run_every_component_as_an_account_of_its_own_without_a_token() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = hardened(app);
            shop.add(WebService.of("web", IMAGE, HTTP, w -> {}));
            shop.add(Worker.of("mailer", IMAGE, w -> {}));
            shop.add(ScheduledJob.of("report", Cron.hourly(), IMAGE, j -> {}));
            shop.add(StatefulStore.of("db", IMAGE, SQL, DISK, "/data", s -> {}));
        });

        for (String name : List.of("web", "mailer", "report", "db")) {
            assertThat(field(made, "ServiceAccount", name, "/automountServiceAccountToken"))
                    .isEqualTo("false");
        }
        String account = "/spec/template/spec/serviceAccountName";
        assertThat(field(made, "Deployment", "web", account)).isEqualTo("\"web\"");
        assertThat(field(made, "Deployment", "mailer", account)).isEqualTo("\"mailer\"");
        assertThat(field(made, "CronJob", "report", "/spec/jobTemplate" + account))
                .isEqualTo("\"report\"");
        assertThat(field(made, "StatefulSet", "db", account)).isEqualTo("\"db\"");
    }

    @Test
    void should_name_the_line_of_the_author_and_that_of_the_component() {
        List<Finding> findings = TestRun.of(app -> {
                    Stack shop = hardened(app);
                    shop.add(WebService.of("web", IMAGE, HTTP, w -> {})); // @made
                })
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-HPA-003");
            assertThat(finding.origin()).hasToString(Lines.fill(ComponentsTest.class, "@made"));
            assertThat(finding.related()).anySatisfy(line -> {
                assertThat(line.origin().path()).isEqualTo("dev/gantry/component/WebService.java");
                assertThat(line.origin().line()).isPositive();
                assertThat(line.message()).isEqualTo("the component does it here");
            });
        });
    }

    @Test
    void should_name_only_the_line_of_the_author_for_what_the_author_adds_to_a_component() {
        List<Finding> findings = TestRun.of(app -> hardened(app)
                        .add(Worker.of("mailer", IMAGE, w -> w.container(c -> c.workingDir(""))))) // @empty
                .findings();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.origin()).hasToString(Lines.fill(ComponentsTest.class, "@empty"));
            assertThat(finding.related()).isEmpty();
        });
    }

    @Test
    void should_find_null_where_options_belong() {
        List<Finding> findings = TestRun.of(app -> {
                    Stack shop = hardened(app);
                    shop.add(Worker.of("mailer", IMAGE, null)); // @none
                    shop.add(Worker.of("printer", IMAGE, w -> w.container(null))); // @nothing
                })
                .findings();

        assertThat(findings)
                .extracting(f -> f.code() + " " + f.origin())
                .containsExactly(
                        Lines.fill(ComponentsTest.class, "GTY-VAL-001 @none"),
                        Lines.fill(ComponentsTest.class, "GTY-VAL-001 @nothing"));
    }

    @Test
    void should_find_a_builder_that_is_used_after_its_block() {
        List<Finding> findings = TestRun.of(app -> {
                    List<Worker.Builder> kept = new ArrayList<>();
                    hardened(app).add(Worker.of("mailer", IMAGE, kept::add));
                    kept.get(0).replicas(3); // @later
                })
                .findings();

        assertThat(findings)
                .extracting(f -> f.code() + " " + f.origin())
                .containsExactly(Lines.fill(ComponentsTest.class, "GTY-PRG-001 @later"));
    }

    private static Stack hardened(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop").harden(PodSecurityStandard.RESTRICTED));
        shop.add(NetworkPolicy.denyIngress("default-deny"));
        return shop;
    }

    private static String field(Synthesis made, String kind, String name, String pointer) {
        return manifest(made, kind, name).tree().at(pointer).toString();
    }
}
