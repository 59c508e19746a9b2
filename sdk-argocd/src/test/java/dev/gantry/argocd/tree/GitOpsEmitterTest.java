package dev.gantry.argocd.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.OutputRun;
import dev.gantry.Stack;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.ApplicationSet;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Generator;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GitOps;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.output.Emission;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GitOpsEmitterTest {

    private static final Git REPOSITORY = Git.repository("https://git.example.com/deploy");

    private static Stack shop(App app) {
        Stack shop = app.stack("shop", s -> s.namespace("shop"));
        shop.add(ConfigMap.of("web", c -> c.text("env", app.environment())));
        return shop;
    }

    private static Stack argocd(App app) {
        return app.stack("argocd", s -> s.namespace("argocd"));
    }

    private static Emission emit(Consumer<App> program) {
        return new GitOpsEmitter().emit(OutputRun.of(program, "production", "staging"));
    }

    private static List<String> texts(Emission emission) {
        return emission.findings().stream()
                .map(f -> f.code() + " " + f.environment() + " " + f.stack() + " " + f.field() + " " + f.message())
                .toList();
    }

    private static Consumer<App> deployed(String path) {
        return app -> {
            Stack shop = shop(app);
            argocd(app)
                    .add(Application.of(
                            "shop",
                            a -> a.deploys(shop).from(REPOSITORY.path(path.replace("ENV", app.environment())))));
        };
    }

    @Test
    void should_put_each_stack_where_its_application_reads_it() {
        Consumer<App> program = app -> {
            shop(app);
            argocd(app).add(GitOps.of(app, REPOSITORY, Stack::name, g -> {}));
        };
        Emission made = emit(program);
        assertThat(made.findings()).isEmpty();
        assertThat(made.files().keySet())
                .containsExactly(
                        "gitops/argocd/production/74-application-shop.yaml",
                        "gitops/argocd/staging/74-application-shop.yaml",
                        "gitops/rendered/production/shop/26-configmap-web.yaml",
                        "gitops/rendered/staging/shop/26-configmap-web.yaml");
        var staging = OutputRun.of(program, "staging").environments().get(0);
        assertThat(made.files().get("gitops/rendered/staging/shop/26-configmap-web.yaml"))
                .isEqualTo(ManifestFiles.print("staging", staging.manifests(), Layout.OBJECT)
                        .files()
                        .get("yaml/staging/shop/26-configmap-web.yaml"));
        assertThat(made.notes())
                .containsExactly("Argo CD learns of the tree once, where it runs: kubectl apply -f argocd/production -f"
                        + " argocd/staging");
    }

    @Test
    void should_follow_an_application_that_reads_from_another_folder() {
        Emission made = emit(deployed("./overlays/ENV/"));
        assertThat(made.findings()).isEmpty();
        assertThat(made.files().keySet())
                .contains("gitops/overlays/production/26-configmap-web.yaml")
                .noneMatch(file -> file.startsWith("gitops/rendered"));
    }

    @Test
    void should_put_a_stack_into_every_folder_that_it_is_read_from() {
        Emission made = emit(app -> {
            Stack shop = shop(app);
            Stack argocd = argocd(app);
            for (String region : List.of("eu", "us")) {
                argocd.add(Application.of(
                        region + "-" + app.environment(),
                        a -> a.deploys(shop, DestinationCluster.named(region))
                                .from(REPOSITORY.path(region + "/" + app.environment()))));
            }
        });
        assertThat(made.findings()).isEmpty();
        assertThat(made.files().keySet())
                .contains(
                        "gitops/eu/staging/26-configmap-web.yaml",
                        "gitops/us/staging/26-configmap-web.yaml",
                        "gitops/us/production/26-configmap-web.yaml");
    }

    @Test
    void should_put_applications_that_an_application_deploys_where_it_reads_them() {
        Emission made = emit(app -> {
            shop(app);
            Stack argocd = argocd(app);
            argocd.add(GitOps.of(app, REPOSITORY, Stack::name, g -> {}));
            app.stack("root", s -> s.namespace("argocd"))
                    .add(Application.of(
                            "root", a -> a.deploys(argocd).from(REPOSITORY.path(GitOps.folder(app, argocd)))));
        });
        assertThat(made.findings()).isEmpty();
        assertThat(made.files().keySet())
                .contains(
                        "gitops/rendered/staging/argocd/74-application-shop.yaml",
                        "gitops/argocd/staging/74-application-root.yaml");
    }

    @Test
    void should_say_what_waves_of_applications_need_where_argo_cd_is_configured_elsewhere() {
        assertThat(emit(app -> waves(app, s -> {})).notes())
                .hasSize(2)
                .last()
                .isEqualTo(
                        "The waves of the Applications are waited for where an Application deploys them, and argocd-cm has"
                                + " resource.customizations.health.argoproj.io_Application");
        assertThat(emit(app -> waves(app, s -> s.add(ConfigMap.of("argocd-cm", c -> {}))))
                        .notes())
                .hasSize(1);
    }

    private static void waves(App app, Consumer<Stack> settings) {
        Stack shop = shop(app);
        app.stack("front", s -> s.namespace("front").dependsOn(shop)).add(ConfigMap.of("front", c -> {}));
        settings.accept(app.stack("settings", s -> s.namespace("argocd")));
        argocd(app).add(GitOps.of(app, REPOSITORY, Stack::name, g -> {}));
    }

    @Test
    void should_find_stacks_that_nobody_deploys() {
        Emission made = emit(GitOpsEmitterTest::shop);
        assertThat(texts(made))
                .containsExactly(
                        "GTY-GIT-001 production shop null No Application reads the stack \"shop\", which is in"
                                + " rendered/production/shop.",
                        "GTY-GIT-001 staging shop null No Application reads the stack \"shop\", which is in"
                                + " rendered/staging/shop.");
        assertThat(made.files()).hasSize(2);
        assertThat(made.notes()).isEmpty();
    }

    @Test
    void should_know_application_sets_that_go_by_folders() {
        Consumer<App> fleet = GitOpsEmitterTest::fleet;
        assertThat(emit(fleet).findings()).isEmpty();
        assertThat(emit(fleet.andThen(app -> app.stack("other").add(ConfigMap.of("x", c -> {}))))
                        .files())
                .containsKey("gitops/rendered/staging/other/26-configmap-x.yaml");
    }

    /** A stack, and an ApplicationSet that makes an Application for each folder. */
    private static void fleet(App app) {
        shop(app);
        if (app.environment().equals("production")) {
            argocd(app)
                    .add(ApplicationSet.of(
                            "fleet",
                            "{{ .path.basename }}-{{ index .path.segments 1 }}",
                            a -> a.goTemplate()
                                    .generator(Generator.git(
                                            "https://git.example.com/deploy",
                                            "HEAD",
                                            g -> g.directories("rendered/*/*").excludeDirectories("rendered/*/argocd")))
                                    .destination(DestinationCluster.named("{{ index .path.segments 1 }}"))
                                    .from(REPOSITORY.path("{{ .path.path }}"))));
        }
    }

    /** Adds two resources to the first stack, one of which depends on the other. */
    private static void order(App app) {
        Stack shop = app.stacks().get(0);
        ConfigMap first = shop.add(ConfigMap.of("first", c -> c.text("a", "b")));
        shop.add(ConfigMap.of("second", c -> c.text("a", "b").dependsOn(first)));
    }

    @Test
    void should_find_an_order_that_no_application_set_knows() {
        assertThat(emit(app -> {
                            fleet(app);
                            order(app);
                        })
                        .findings())
                .extracting(f ->
                        f.code() + " " + f.environment() + " " + f.stack() + " " + f.resource() + " " + f.message())
                .containsExactly(
                        "GTY-ARG-036 production shop ConfigMap shop/second ConfigMap shop/second depends on ConfigMap"
                                + " shop/first, but nothing tells Argo CD of it, which applies them at once.",
                        "GTY-ARG-036 staging shop ConfigMap shop/second ConfigMap shop/second depends on ConfigMap"
                                + " shop/first, but nothing tells Argo CD of it, which applies them at once.");
    }

    @Test
    void should_leave_an_order_that_a_check_has_found() {
        assertThat(texts(emit(app -> {
                    deployed("rendered/ENV/shop").accept(app);
                    order(app);
                })))
                .isEmpty();
    }

    @Test
    void should_compare_templates_with_the_folder() {
        assertThat(emit(app -> {
                            Stack shop = shop(app);
                            argocd(app)
                                    .add(ApplicationSet.of(
                                            "shop",
                                            "shop-{{ .cluster }}",
                                            a -> a.goTemplate()
                                                    .generator(Generator.list(g -> g.element(e -> e.set("cluster", "eu")
                                                            .set("path", "x"))))
                                                    .deploys(shop, DestinationCluster.named("{{ .cluster }}"))
                                                    .from(REPOSITORY.path("rendered/{{ .env }}/shop"))));
                        })
                        .findings())
                .isEmpty();
        assertThat(texts(emit(app -> {
                    Stack shop = shop(app);
                    argocd(app)
                            .add(ApplicationSet.of(
                                    "shop",
                                    "shop-{{ .cluster }}",
                                    a -> a.goTemplate()
                                            .generator(Generator.list(g -> g.element(e -> e.set("cluster", "eu"))))
                                            .deploys(shop, DestinationCluster.named("{{ .cluster }}"))
                                            .from(REPOSITORY.path("overlays/{{ .cluster }}"))));
                })))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("GTY-GIT-001 production argocd spec.template.spec.source.path The path");
    }

    @Test
    void should_refuse_folders_that_are_not_for_stacks() {
        for (String path : List.of("argocd", "argocd/ENV", "a/../../b", "/abs", ".git/x")) {
            assertThat(texts(emit(deployed(path))))
                    .as(path)
                    .isNotEmpty()
                    .allMatch(text -> text.startsWith("GTY-GIT-00")
                            && (text.contains("GTY-GIT-003") || text.contains("GTY-GIT-002")));
            assertThat(emit(deployed(path)).files()).isEmpty();
        }
        assertThat(texts(emit(deployed("shop"))))
                .containsExactly("GTY-GIT-002 staging shop spec.source.path The folder shop would hold both the stack"
                        + " \"shop\" of production and the stack \"shop\" of staging.");
        assertThat(emit(deployed(".")).failed()).isTrue();
    }

    @Test
    void should_find_tools_that_make_something_else_of_manifests() {
        assertThat(texts(emit(app -> {
                    Stack shop = shop(app);
                    argocd(app)
                            .add(Application.of(
                                    "shop",
                                    a -> a.deploys(shop)
                                            .from(REPOSITORY
                                                    .path(GitOps.folder(app, shop))
                                                    .kustomize(k -> k.namePrefix("x-")))));
                })))
                .hasSize(2)
                .first()
                .isEqualTo("GTY-GIT-004 production argocd spec.source.kustomize It has options for kustomize, but the"
                        + " folder holds plain manifests.");
    }

    @Test
    void should_find_several_repositories() {
        assertThat(texts(emit(app -> {
                    Stack shop = shop(app);
                    String url = app.environment().equals("staging")
                            ? "https://git.example.com/other.git"
                            : "https://git.example.com/deploy";
                    argocd(app)
                            .add(Application.of(
                                    "shop",
                                    a -> a.deploys(shop)
                                            .from(Git.repository(url).path(GitOps.folder(app, shop)))));
                })))
                .containsExactly("GTY-GIT-005 null null spec.source.repoURL Stacks are read from"
                        + " https://git.example.com/deploy and from https://git.example.com/other.git, but one tree"
                        + " holds all of them.");
    }

    @Test
    void should_find_secrets_that_argo_cd_does_not_make() {
        assertThat(texts(emit(deployed("rendered/ENV/shop")
                        .andThen(app -> app.stacks().get(0).generatedSecret("db", "password", 20)))))
                .hasSize(2)
                .first()
                .isEqualTo("GTY-GIT-006 production shop null The stack \"shop\" asks for random values in Secrets,"
                        + " which only gantry:apply makes.");
        assertThat(texts(emit(deployed("rendered/ENV/shop")
                        .andThen(app -> app.stacks().get(0).add(Secret.fromFiles("key", Path.of("key.pem")))))))
                .hasSize(2)
                .first()
                .isEqualTo("GTY-GIT-006 production shop null Secret shop/key has its values in files, which are not put"
                        + " into a repository.");
    }
}
