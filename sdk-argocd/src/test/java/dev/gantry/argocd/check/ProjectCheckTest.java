package dev.gantry.argocd.check;

import static dev.gantry.argocd.check.Found.DEPLOY;
import static dev.gantry.argocd.check.Found.at;
import static dev.gantry.argocd.check.Found.gitops;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.argocd.AppProject;
import dev.gantry.argocd.Application;
import dev.gantry.argocd.ApplicationSet;
import dev.gantry.argocd.DestinationCluster;
import dev.gantry.argocd.Generator;
import dev.gantry.argocd.Git;
import dev.gantry.argocd.GroupKind;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectCheckTest {

    private static final DestinationCluster HERE = DestinationCluster.IN_CLUSTER;

    @ParameterizedTest
    @CsvSource({
        "https://git.example.com/deploy, true",
        "https://GIT.example.com/deploy.git, true",
        "*, true",
        "https://git.example.com/*, true",
        "https://*/deploy, true",
        "https://git.example.com/{deploy;other}, true",
        "https://git.example.com/[a-d]eploy, true",
        "https://git.example.com, false",
        "https://*.example.com/d, false",
        "https://git.example.com/deploy/*, false",
        "http*, false",
        "http**, true",
    })
    void should_compare_repositories_as_argo_cd_does(String pattern, boolean allowed) {
        List<String> found = found(p -> p.sourceRepos(pattern.replace(';', ',')).destination(HERE, "shop"), a -> {});

        assertThat(found.isEmpty()).as("%s", found).isEqualTo(allowed);
    }

    @Test
    void should_forbid_what_a_denial_names() {
        assertThat(found(
                        p -> p.sourceRepos("**", "!https://git.example.com/deploy")
                                .destination(HERE, "shop"),
                        a -> {}))
                .containsExactly("GTY-ARG-011 spec.source.repoURL AppProject argocd/team does not allow the repository"
                        + " https://git.example.com/deploy.");
        assertThat(found(p -> p.sourceRepos("*").destination(HERE, "*").destination(HERE, "!shop"), a -> {}))
                .containsExactly("GTY-ARG-010 spec.destination AppProject argocd/team does not allow the namespace"
                        + " \"shop\" in https://kubernetes.default.svc.");
        assertThat(found(p -> p.sourceRepos("*").destination(HERE, "!kube-system"), a -> {}))
                .isEmpty();
    }

    @Test
    void should_know_what_is_not_known_of_a_destination() {
        Consumer<AppProject.Builder> byName =
                p -> p.sourceRepos("*").destination(DestinationCluster.named("eu"), "shop");
        assertThat(found(byName, a -> a.destination(DestinationCluster.named("eu"), "shop")))
                .isEmpty();
        assertThat(found(byName, a -> a.destination(DestinationCluster.server("https://10.0.0.1"), "shop")))
                .as("it may be the server of eu")
                .isEmpty();
        assertThat(found(byName, a -> a.destination(DestinationCluster.named("us"), "shop")))
                .hasSize(1);
        assertThat(found(byName, a -> a.destination(HERE, "shop"))).hasSize(1);
        assertThat(found(
                        p -> p.sourceRepos("*").destination(HERE, "shop"),
                        a -> a.destination(DestinationCluster.named("in-cluster"), "shop")))
                .isEmpty();
        assertThat(found(p -> p.sourceRepos("*").destination(DestinationCluster.ANY, "shop-*"), a -> {}))
                .hasSize(1);
    }

    @Test
    void should_look_at_the_namespaces_and_kinds_that_the_stack_has() {
        assertThat(TestRun.report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(Namespace.of("shop", n -> {})); // @namespace
                    shop.add(ConfigMap.of("a", c -> c.text("A", "b").namespace("other"))); // @config
                    AppProject team = gitops(app)
                            .add(AppProject.of(
                                    "team", // @project
                                    p -> p.sourceRepos("*").destination(HERE, "shop"))); // @destinations
                    app.stack("applications", s -> s.namespace("argocd"))
                            .add(Application.of(
                                    "shop",
                                    a -> a.from(DEPLOY)
                                            .project(team) // @use
                                            .deploys(shop)
                                            .destination(HERE, "shop"))); // @destination
                }))
                .contains(Lines.fill(ProjectCheckTest.class, """
                        error GTY-ARG-010 @destination Application argocd/shop spec.destination
                          AppProject argocd/team does not allow the namespace "other" in https://kubernetes.default.svc, in which ConfigMap other/a lives.
                          hint: Call destination(cluster, namespace) on the project for this namespace too.
                          @config: it is made here
                          @destinations: what the project allows
                        """))
                .contains(Lines.fill(ProjectCheckTest.class, """
                        error GTY-ARG-012 @use Application argocd/shop spec.project
                          AppProject argocd/team does not allow Namespace shop of the stack "shop".
                        """));
    }

    @Test
    void should_allow_kinds_by_lists() {
        Consumer<AppProject.Builder> everywhere = p -> p.sourceRepos("*").destination(HERE, "*");
        assertThat(withContent(everywhere.andThen(p -> p.clusterResourceWhitelist(GroupKind.ALL))))
                .isEmpty();
        assertThat(withContent(everywhere.andThen(p ->
                        p.clusterResourceWhitelist(GroupKind.of("", "Namespace").named("sh*")))))
                .isEmpty();
        assertThat(withContent(everywhere.andThen(p ->
                        p.clusterResourceWhitelist(GroupKind.of("", "Namespace").named("other")))))
                .hasSize(1);
        assertThat(withContent(everywhere.andThen(p -> p.clusterResourceWhitelist(GroupKind.ALL)
                        .clusterResourceBlacklist(GroupKind.of("", "Namespace")))))
                .hasSize(1);
        assertThat(withContent(everywhere.andThen(p -> p.clusterResourceWhitelist(GroupKind.ALL)
                        .namespaceResourceWhitelist(GroupKind.of("apps", "*")))))
                .containsExactly(
                        "GTY-ARG-012 spec.project AppProject argocd/team does not allow ConfigMap shop/settings"
                                + " of the stack \"shop\".");
    }

    @Test
    void should_lead_with_the_entry_that_forbids_a_kind() {
        assertThat(withContent(p -> p.sourceRepos("*")
                        .destination(HERE, "*")
                        .clusterResourceWhitelist(GroupKind.ALL)
                        .namespaceResourceBlacklist(GroupKind.of("apps", "*"), GroupKind.of("", "ConfigMap"))))
                .containsExactly(
                        "GTY-ARG-012 spec.project The namespaceResourceBlacklist of AppProject argocd/team names"
                                + " what the Application deploys: ConfigMap shop/settings of the stack \"shop\".");
    }

    @Test
    void should_compare_the_destinations_that_elements_make() {
        Generator two = Generator.list(l -> l.element(e -> e.set("name", "eu"))
                .element(e -> e.set("name", "us"))
                .element(e -> e.set("name", "us").set("n", "2")));
        DestinationCluster eu = DestinationCluster.named("eu");
        DestinationCluster named = DestinationCluster.named("{{ .name }}");
        assertThat(elements(
                        p -> p.destination(eu, "shop"), s -> s.generator(two).destination(named, "shop")))
                .containsExactly(
                        "GTY-ARG-010 spec.generators[0].list.elements[1] AppProject argocd/team does not allow the"
                                + " namespace \"shop\" in the cluster \"us\", to which the Application of this element"
                                + " deploys.");
        assertThat(elements(
                        p -> p.destination(HERE, "shop-eu"),
                        s -> s.generator(two).destination(HERE, "shop-{{ .name }}")))
                .hasSize(1);
        assertThat(elements(
                        p -> p.destination(eu, "shop").destination(DestinationCluster.named("u*"), "shop"),
                        s -> s.generator(two).destination(named, "shop")))
                .isEmpty();
        assertThat(elements(
                        p -> p.destination(eu, "shop"),
                        s -> s.generator(Generator.clusters()).destination(named, "shop")))
                .isEmpty();
        assertThat(elements(
                        p -> p.destination(eu, "shop"),
                        s -> s.generator(two).destination(DestinationCluster.named("{{ .name | lower }}"), "shop")))
                .as("functions are not run")
                .isEmpty();
        assertThat(elements(
                        p -> p.destination(eu, "shop"),
                        s -> s.generator(two)
                                .destination(named, "shop")
                                .templatePatch("spec:\n  destination:\n    name: eu\n")))
                .isEmpty();
    }

    private static List<String> elements(
            Consumer<AppProject.Builder> project, Consumer<ApplicationSet.Builder> options) {
        return Found.in(app -> {
                    Stack gitops = gitops(app);
                    AppProject team = gitops.add(AppProject.of("team", p -> project.accept(p.sourceRepos("*"))));
                    gitops.add(ApplicationSet.of(
                            "shop",
                            "shop-{{ .name }}",
                            s -> options.accept(s.goTemplate().from(DEPLOY).project(team))));
                })
                .stream()
                .filter(found -> !found.startsWith("GTY-ARG-030"))
                .toList();
    }

    @Test
    void should_find_a_project_that_is_not_there_unless_it_is_the_default_or_exists() {
        Consumer<AppProject.Builder> project = p -> p.sourceRepos("*").destination(HERE, "*");
        assertThat(found(project, a -> a.project(AppProject.existing("other")))).isEmpty();
        assertThat(found(project, a -> a.rawTree(at("/spec", spec -> spec.put("project", "default")))))
                .isEmpty();
        assertThat(found(project, a -> a.rawTree(at("/spec", spec -> spec.put("project", "taem")))))
                .containsExactly("GTY-ARG-008 spec.project The program has no AppProject \"taem\".");
        assertThat(Found.inApplication(a -> a.rawTree(at("/spec", spec -> spec.put("project", "taem")))))
                .as("without projects of its own, the program knows none")
                .isEmpty();
    }

    @Test
    void should_find_an_element_with_a_project_that_is_almost_one_of_the_program() {
        assertThat(teams("taem", "team", "taem"))
                .containsExactly(
                        "GTY-ARG-008 spec.generators[0].list.elements[0] The program has no AppProject \"taem\", to"
                                + " which the Application of this element belongs.");
        assertThat(teams("team", "default", "platform")).isEmpty();
    }

    private static List<String> teams(String... names) {
        return Found.in(app -> {
                    Stack gitops = gitops(app);
                    gitops.add(AppProject.of("team", p -> p.sourceRepos("*").destination(HERE, "*")));
                    gitops.add(ApplicationSet.of(
                            "shop",
                            "shop-{{ .team }}",
                            s -> s.goTemplate()
                                    .from(DEPLOY)
                                    .project("{{ .team }}")
                                    .destination(HERE, "shop")
                                    .generator(Generator.list(l -> {
                                        for (String name : names) {
                                            l.element(e -> e.set("team", name));
                                        }
                                    }))));
                })
                .stream()
                .filter(found -> !found.startsWith("GTY-ARG-030"))
                .toList();
    }

    @Test
    void should_find_applications_that_argo_cd_does_not_see() {
        Consumer<AppProject.Builder> project = p -> p.sourceRepos("*").destination(HERE, "*");
        assertThat(found(project, a -> a.namespace("shop")))
                .containsExactly(
                        "GTY-ARG-009 metadata.namespace It lives in the namespace \"shop\", but Argo CD's seems to"
                                + " be \"argocd\". AppProject argocd/team admits no other.");
        assertThat(found(project.andThen(p -> p.sourceNamespaces("sh*")), a -> a.namespace("shop")))
                .isEmpty();
        assertThat(Found.inApplication(a -> a.namespace("shop")))
                .as("nobody says where Argo CD is")
                .isEmpty();
        assertThat(Found.in(app -> {
                    gitops(app).add(Found.application("one", a -> {}));
                    app.stack("shop", s -> s.namespace("shop"))
                            .add(Found.application(
                                    "two",
                                    a -> a.from(Git.repository("https://git.example.com/two")
                                            .path("."))));
                }))
                .containsExactly(
                        "GTY-ARG-009 metadata.namespace It lives in the namespace \"shop\", but Argo CD's seems to"
                                + " be \"argocd\".");
    }

    private static List<String> found(Consumer<AppProject.Builder> project, Consumer<Application.Builder> options) {
        return Found.in(app -> {
            Stack gitops = gitops(app);
            AppProject team = gitops.add(AppProject.of("team", project));
            gitops.add(Found.application("shop", a -> options.accept(a.project(team))));
        });
    }

    private static List<String> withContent(Consumer<AppProject.Builder> project) {
        return Found.in(app -> {
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            shop.add(Namespace.of("shop", n -> {}));
            shop.add(ConfigMap.of("settings", c -> c.text("A", "b")));
            Stack gitops = gitops(app);
            AppProject team = gitops.add(AppProject.of("team", project));
            gitops.add(Application.of("shop", a -> a.from(DEPLOY).project(team).deploys(shop)));
        });
    }
}
