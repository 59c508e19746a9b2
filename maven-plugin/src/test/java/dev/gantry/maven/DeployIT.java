package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.FakeCluster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals for clusters, in real builds, against a cluster in memory. Each step builds on the one before. */
class DeployIT {

    private static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n";

    @TempDir
    Path folder;

    private FakeCluster cluster;
    private Controllers controllers;
    private Path kubeconfig;

    @BeforeEach
    void startCluster() {
        cluster = FakeCluster.start();
        controllers = Controllers.of(cluster);
        kubeconfig = cluster.kubeconfig(folder.resolve("kubeconfig"));
    }

    @AfterEach
    void stopCluster() throws InterruptedException {
        controllers.close();
        cluster.close();
    }

    @Test
    void should_bring_a_program_to_a_cluster_and_take_it_away_again() throws IOException {
        MavenProject shop = MavenProject.of("shop", "deploy", MavenProject.OLDEST);

        maven(shop, "compile", "gantry:apply", "-Dgantry.dryRun")
                .fails()
                .says("GTY-", "shop", "src/main/java/com/acme/Shop.java:");
        cluster.create(NAMESPACE);

        MavenBuild plan = maven(shop, "gantry:diff").succeeds();
        plan.says("fake (" + cluster.url() + ")", "+ Deployment shop/web", "Shop.java:29", "3 to create");
        assertThat(plan.log().indexOf(cluster.url()))
                .as("the cluster is named before the program runs")
                .isLessThan(plan.log().indexOf("Gantry made"));
        assertThat(shop.text("target/gantry-plan.json")).contains("\"create\" : 3".replace(" :", ":"));
        assertThat(deployment()).isEmpty();

        maven(shop, "gantry:apply", "-Dgantry.commit=1f0c", "-Dgantry.by=ada").succeeds();
        assertThat(deployment().orElseThrow().at("/spec/replicas").asInt()).isEqualTo(1);

        maven(shop, "gantry:diff", "-Dgantry.failOnDifference").succeeds();
        maven(shop, "gantry:diff", "-Dgantry.failOnDifference", "-Dgantry.set.replicas=2")
                .fails()
                .says("~ Deployment shop/web", "spec.replicas: 1 → 2", "gantry.failOnDifference is set");

        maven(shop, "gantry:apply", "-Dgantry.set.replicas=2").succeeds();
        assertThat(deployment().orElseThrow().at("/spec/replicas").asInt()).isEqualTo(2);

        maven(shop, "gantry:status", "-Dgantry.set.replicas=2").succeeds().says("Stack shop", "revision 2");
        cluster.change(
                "kubectl-edit",
                "apps/v1",
                "Deployment",
                "shop",
                "web",
                d -> ((ObjectNode) d.get("spec")).put("replicas", 5));
        maven(shop, "gantry:status", "-Dgantry.set.replicas=2", "-Dgantry.failOnDifference")
                .fails()
                .says(
                        "Deployment shop/web: it was changed since it was applied",
                        "spec.replicas: 2 → 5",
                        "kubectl-edit");

        maven(shop, "gantry:history", "-Dgantry.stack=shop", "-Dgantry.namespace=shop")
                .succeeds()
                .says("  1  succeeded", "by ada", "commit 1f0c", "  2  succeeded")
                .saysNothingOf("Gantry made");

        maven(shop, "gantry:rollback", "-Dgantry.revision=1", "-Dgantry.forceConflicts=Deployment/shop/web")
                .succeeds();
        assertThat(deployment().orElseThrow().at("/spec/replicas").asInt()).isEqualTo(1);

        maven(shop, "gantry:destroy", "-Dgantry.dryRun").succeeds().says("- Deployment shop/web");
        assertThat(deployment()).isPresent();
        maven(shop, "gantry:destroy").succeeds();
        assertThat(deployment()).isEmpty();
        assertThat(cluster.objects("v1", "Secret")).isEmpty();
    }

    @Test
    void should_name_the_conflict_and_take_over_only_what_it_may() {
        MavenProject shop = MavenProject.of("shop", "conflict", MavenProject.NEWEST);
        cluster.create(NAMESPACE);
        maven(shop, "compile", "gantry:apply").succeeds();
        cluster.change(
                "kubectl-edit",
                "apps/v1",
                "Deployment",
                "shop",
                "web",
                d -> ((ObjectNode) d.get("spec")).put("replicas", 5));

        maven(shop, "gantry:apply")
                .fails()
                .says("kubectl-edit", "spec.replicas", "Shop.java:29", "gantry.forceConflicts");
        assertThat(deployment().orElseThrow().at("/spec/replicas").asInt()).isEqualTo(5);

        maven(shop, "gantry:apply", "-Dgantry.forceConflicts=Deployment/shop/web")
                .succeeds()
                .says("kubectl-edit");
        assertThat(deployment().orElseThrow().at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void should_refuse_a_context_that_is_not_allowed_before_anything_else() {
        MavenProject shop = MavenProject.of("shop", "guard", MavenProject.NEWEST);

        maven(shop, "compile", "gantry:apply", "-Dgantry.allowedContexts=staging-*,test")
                .fails()
                .says("error GTY-CLU-", "fake", "staging-*")
                .saysNothingOf("Gantry made");
        assertThat(cluster.requests()).isEmpty();
    }

    @Test
    void should_name_the_line_of_a_field_that_the_server_rejects() {
        MavenProject shop = MavenProject.of("shop", "rejected", MavenProject.NEWEST);
        cluster.create(NAMESPACE);
        shop.replace(
                "src/main/java/com/acme/Shop.java",
                "                .selector(\"app\", \"web\")",
                "                .rawFields(f -> f.set(\"spec.relicas\", 3))\n                .selector(\"app\", \"web\")");

        maven(shop, "compile", "gantry:apply")
                .fails()
                .says("src/main/java/com/acme/Shop.java:30 Deployment shop/web spec.relicas");
        assertThat(deployment()).isEmpty();
    }

    @Test
    void should_never_show_what_is_secret() {
        MavenProject shop = MavenProject.of("shop", "secrets", MavenProject.NEWEST);
        cluster.create(NAMESPACE);
        shop.replace("src/main/java/com/acme/Shop.java", "        shop.add(ConfigMap", """
                                shop.generatedSecret("login", "password", 40);
                                shop.add(dev.gantry.config.Secret.of("token", s -> s.text("token", "hush-hush")));
                                shop.add(ConfigMap""");

        List<String> logs = new ArrayList<>();
        logs.add(maven(shop, "compile", "gantry:diff").succeeds().log());
        logs.add(maven(shop, "gantry:apply", "-X").succeeds().log());
        shop.replace("src/main/java/com/acme/Shop.java", "hush-hush", "hush-more");
        logs.add(maven(shop, "compile", "gantry:diff").succeeds().log());
        logs.add(maven(shop, "gantry:status", "-X").succeeds().log());
        logs.add(shop.text("target/gantry-plan.json"));

        ObjectNode login = cluster.object("v1", "Secret", "shop", "login").orElseThrow();
        String generated = login.at("/data/password").asText();
        String clear = new String(Base64.getDecoder().decode(generated), StandardCharsets.UTF_8);
        assertThat(clear).hasSize(40);
        for (String log : logs) {
            assertThat(log).doesNotContain("hush-hush", "hush-more", "aHVzaC", clear, generated);
        }
    }

    @Test
    void should_deploy_a_bundle_without_a_program() throws IOException {
        MavenProject shop = MavenProject.of("shop", "bundle", MavenProject.NEWEST);
        cluster.create(NAMESPACE);
        shop.maven("process-classes").succeeds();
        Path elsewhere = Files.createDirectories(shop.file("elsewhere"));
        Files.writeString(elsewhere.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>elsewhere</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """);
        Path bundle = shop.file("target/gantry");

        List<String> arguments = new ArrayList<>(List.of(
                "dev.gantry:gantry-maven-plugin:" + MavenProject.GANTRY + ":apply",
                "-Dgantry.kubeconfig=" + kubeconfig,
                "-Dgantry.bundle=" + bundle));
        shop.mavenIn(elsewhere, arguments.toArray(String[]::new))
                .fails()
                .says("The program has several environments: production, staging", "-Dgantry.environment");
        arguments.add("-Dgantry.environment=staging");
        shop.mavenIn(elsewhere, arguments.toArray(String[]::new)).succeeds();
        assertThat(deployment()).isPresent();
    }

    @Test
    void should_record_what_it_did_when_the_process_is_ended() throws Exception {
        MavenProject shop = MavenProject.of("shop", "interrupted", MavenProject.NEWEST);
        cluster.create(NAMESPACE);
        controllers.close(); // so that nothing becomes ready
        maven(shop, "compile").succeeds();

        RunningBuild build =
                shop.start("gantry:apply", "-Dgantry.kubeconfig=" + kubeconfig, "-Dgantry.environment=staging");
        build.waitFor("Deployment shop/web is not ready");
        build.interrupt().says("GTY-APY-010", "The run was stopped while it worked on stack shop", "Apply again");
        assertThat(cluster.objects("coordination.k8s.io/v1", "Lease")).isEmpty();

        controllers = Controllers.of(cluster);
        maven(shop, "gantry:apply").succeeds();
        maven(shop, "gantry:history", "-Dgantry.stack=shop", "-Dgantry.namespace=shop")
                .succeeds()
                .says("  1  interrupted", "  2  succeeded");
    }

    @Test
    void should_deploy_each_module_that_has_a_program() {
        MavenProject modules = MavenProject.of("modules", "deploy-modules", MavenProject.NEWEST);
        cluster.create(NAMESPACE.replace("shop", "billing"));

        modules.maven("compile", "gantry:apply", "-pl", "billing,plain", "-am", "-Dgantry.kubeconfig=" + kubeconfig)
                .succeeds()
                .module("billing")
                .says("Cluster fake", "Plan: 1 to create");
        assertThat(cluster.objects("v1", "ConfigMap")).hasSize(1);
    }

    @Test
    void should_write_the_roles_that_a_deployment_needs() {
        MavenProject shop = MavenProject.of("shop", "rbac", MavenProject.NEWEST);

        shop.maven("compile", "gantry:rbac", "-Dgantry.environment=staging")
                .fails()
                .says("gantry.subject says who deploys: ServiceAccount/namespace/name, User/name or Group/name.");
        shop.maven("gantry:rbac", "-Dgantry.environment=staging", "-Dgantry.subject=ServiceAccount/ci/deployer")
                .succeeds()
                .says("The roles and bindings are in ");
        assertThat(shop.text("target/gantry-rbac.yaml"))
                .contains("kind: ClusterRole\n", "kind: RoleBinding\n", "namespace: shop\n", "- deployments\n");
    }

    private Optional<ObjectNode> deployment() {
        return cluster.object("apps/v1", "Deployment", "shop", "web");
    }

    private MavenBuild maven(MavenProject project, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("-Dgantry.kubeconfig=" + kubeconfig);
        all.add("-Dgantry.environment=staging");
        return project.maven(all.toArray(String[]::new));
    }
}
