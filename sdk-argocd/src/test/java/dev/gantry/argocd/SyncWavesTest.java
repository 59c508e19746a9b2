package dev.gantry.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Stack;
import dev.gantry.Synthesis;
import dev.gantry.TestRun;
import dev.gantry.autoscaling.HorizontalPodAutoscaler;
import dev.gantry.check.Manifest;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.Service;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.PersistentVolumeClaim;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Cron;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Volume;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SyncWavesTest {

    private static final Port HTTP = Port.http(8080);

    @Test
    void should_number_every_resource_of_the_stack_when_asked() {
        assertThat(waves(a -> a.syncWaves())).isEqualTo("""
                        Namespace shop 4
                        ConfigMap late 100
                        ConfigMap settings 26
                        PersistentVolumeClaim files 30
                        Service web 30
                        Deployment web 30
                        HorizontalPodAutoscaler web 54
                        AppProject team 72
                        Application inner 74
                        """);
    }

    @Test
    void should_number_nothing_when_not_asked() {
        assertThat(waves(a -> {}))
                .doesNotContain(" 26")
                .contains("ConfigMap late 100\n")
                .contains("Deployment web \n");
    }

    @Test
    void should_put_what_a_resource_depends_on_before_it() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            ConfigMap first = shop.add(ConfigMap.of("first", c -> c.text("a", "1")));
            ConfigMap second =
                    shop.add(ConfigMap.of("second", c -> c.text("a", "1").dependsOn(first)));
            shop.add(ConfigMap.of("third", c -> c.text("a", "1").dependsOn(second)));
            app.stack("root", s -> s.namespace("argocd")).add(root(shop, a -> a.syncWaves()));
        });

        assertThat(wave(made, "ConfigMap", "first")).isEqualTo("26");
        assertThat(wave(made, "ConfigMap", "second")).isEqualTo("27");
        assertThat(wave(made, "ConfigMap", "third")).isEqualTo("28");
    }

    @Test
    void should_put_what_custom_resources_name_before_them() {
        Synthesis made = TestRun.of(app -> {
            Stack apps = app.stack("apps", s -> s.namespace("argocd"));
            Application web = Application.of(
                    "web",
                    a -> a.from(Git.repository("https://git.example.com/web").path("."))
                            .destination(DestinationCluster.IN_CLUSTER, "web"));
            apps.add(AppProject.of(
                    "team",
                    p -> p.syncWindow(
                            SyncWindowKind.ALLOW, Cron.hourly(), Duration.ofMinutes(30), w -> w.application(web))));
            apps.add(web);
            apps.add(Application.of(
                    "later",
                    a -> a.from(Git.repository("https://git.example.com/later").path("."))
                            .destination(DestinationCluster.IN_CLUSTER, "later")
                            .ignoreDifferences(web, d -> d.jsonPointers("/spec"))));
            app.stack("root", s -> s.namespace("argocd")).add(root(apps, a -> a.syncWaves()));
        });

        assertThat(wave(made, "Application", "web")).isEqualTo("74");
        assertThat(wave(made, "Application", "later")).isEqualTo("75");
        assertThat(wave(made, "AppProject", "team"))
                .as("its kind goes first all the same")
                .isEqualTo("72");
    }

    @Test
    void should_need_a_stack() {
        assertThat(TestRun.findings(app -> app.stack("gitops", s -> s.namespace("argocd"))
                        .add(Application.of(
                                "shop",
                                a -> a.from(Git.repository("https://git.example.com/deploy")
                                                .path("."))
                                        .destination(DestinationCluster.IN_CLUSTER, "shop")
                                        .syncWaves()))))
                .extracting(finding -> finding.code() + " " + finding.message())
                .containsExactly("GTY-VAL-010 syncWaves() numbers the resources of a stack, but nobody says which.");
    }

    private static String waves(Consumer<Application.Builder> options) {
        Synthesis made = TestRun.of(app -> define(app, options));
        assertThat(made.findings()).isEmpty();
        StringBuilder waves = new StringBuilder();
        for (Manifest manifest : made.manifests()) {
            if (manifest.stack().equals("shop")) {
                String kind = manifest.id().kind();
                String name = manifest.id().name();
                waves.append(kind + " " + name + " " + wave(made, kind, name) + "\n");
            }
        }
        return waves.toString();
    }

    private static String wave(Synthesis made, String kind, String name) {
        return TestRun.manifest(made, kind, name)
                .tree()
                .path("metadata")
                .path("annotations")
                .path("argocd.argoproj.io/sync-wave")
                .asText();
    }

    private static void define(App app, Consumer<Application.Builder> options) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        app.stack("root", s -> s.namespace("argocd")).add(root(shop, options));
        // added later, and numbered all the same
        shop.add(Namespace.of("shop", n -> {}));
        ConfigMap settings = shop.add(ConfigMap.of("settings", c -> c.text("A", "b")));
        shop.add(ConfigMap.of("late", c -> c.text("A", "b").annotation("argocd.argoproj.io/sync-wave", "100")));
        PersistentVolumeClaim files = shop.add(PersistentVolumeClaim.of(
                "files", VolumeClaim.of(Quantity.of("1Gi"), AccessMode.READ_WRITE_MANY), c -> {}));
        Deployment web = shop.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container(
                                "web",
                                Image.of("example.com/web:1"),
                                c -> c.ports(HTTP)
                                        .env("A", settings.key("A"))
                                        .mount(Volume.claim("files", files), "/files")
                                        .requests("100m", "64Mi")
                                        .limits("100m", "64Mi"))));
        shop.add(Service.of("web", s -> s.selects(web).port(HTTP, 80)));
        shop.add(HorizontalPodAutoscaler.of("web", web, h -> h.replicas(2, 4).cpuUtilization(70)));
        AppProject team = shop.add(AppProject.of(
                "team", p -> p.namespace("argocd").sourceRepos("*").destination(DestinationCluster.ANY, "*")));
        shop.add(Application.of(
                "inner",
                a -> a.namespace("argocd")
                        .project(team)
                        .from(Git.repository("https://git.example.com/inner").path("."))
                        .destination(DestinationCluster.IN_CLUSTER, "inner")));
    }

    private static Application root(Stack stack, Consumer<Application.Builder> options) {
        return Application.of("root", a -> {
            a.from(Git.repository("https://git.example.com/deploy").path(".")).deploys(stack);
            options.accept(a);
        });
    }
}
