package dev.gantry.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gantry.App;
import dev.gantry.OutputRun;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verbs;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.finding.Finding;
import dev.gantry.output.Emission;
import dev.gantry.output.EnvironmentOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KustomizeEmitterTest {

    @Test
    void should_have_an_overlay_of_each_environment_with_its_stacks() {
        Emission made = emitted(app -> {
            app.stack("shop", s -> s.namespace("shop")).add(config("web"));
            app.stack("jobs", s -> s.namespace("jobs")).add(config("jobs"));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(made.files())
                .containsOnlyKeys(
                        "kustomize/base/jobs/configmap-jobs.yaml",
                        "kustomize/base/jobs/kustomization.yaml",
                        "kustomize/base/shop/configmap-web.yaml",
                        "kustomize/base/shop/kustomization.yaml",
                        "kustomize/overlays/production/jobs/kustomization.yaml",
                        "kustomize/overlays/production/kustomization.yaml",
                        "kustomize/overlays/production/shop/kustomization.yaml",
                        "kustomize/overlays/staging/jobs/kustomization.yaml",
                        "kustomize/overlays/staging/kustomization.yaml",
                        "kustomize/overlays/staging/shop/kustomization.yaml");
        assertThat(text(made, "kustomize/overlays/staging/kustomization.yaml"))
                .endsWith("resources:\n  - shop\n  - jobs\n");
    }

    @Test
    void should_leave_out_a_stack_that_an_environment_has_not() {
        Emission made = emitted(app -> {
            app.stack("shop").add(config("web"));
            if (app.environment().equals("staging")) {
                app.stack("trial").add(config("trial"));
            }
        });

        assertThat(text(made, "kustomize/overlays/production/kustomization.yaml"))
                .doesNotContain("trial");
        assertThat(text(made, "kustomize/overlays/staging/trial/kustomization.yaml"))
                .contains("name: trial");
        assertThat(made.files()).doesNotContainKey("kustomize/base/trial/kustomization.yaml");
    }

    @Test
    void should_refuse_what_kustomize_would_drop() {
        Emission made = emitted(app -> app.stack("shop")
                .add(ConfigMap.of(
                        "web",
                        c -> c.annotation("config.kubernetes.io/local-config", "true")
                                .text("mood", "calm"))));

        assertThat(made.files()).isEmpty();
        assertThat(made.findings())
                .extracting(Finding::code, Finding::environment, Finding::resource)
                .containsExactly(
                        tuple("GTY-KUS-002", "production", "ConfigMap web"),
                        tuple("GTY-KUS-002", "staging", "ConfigMap web"));
    }

    @Test
    void should_refuse_what_kustomize_would_take_away() {
        Emission made = emitted(app -> app.stack("shop")
                .add(ConfigMap.of(
                        "web",
                        c -> c.annotation("config.kubernetes.io/index", "0").text("mood", "calm"))));

        assertThat(made.findings())
                .extracting(Finding::code, Finding::field)
                .contains(tuple("GTY-KUS-002", "metadata.annotations[\"config.kubernetes.io/index\"]"));
    }

    @Test
    void should_refuse_a_subject_that_kustomize_would_give_a_namespace() {
        Emission made = emitted(app -> {
            Stack shop = app.stack("shop");
            ServiceAccount account = shop.add(ServiceAccount.of("web", a -> {}));
            Role role = shop.add(Role.of("web", r -> r.allow(Verbs.READ, ApiResource.PODS)));
            shop.add(RoleBinding.of("web", role, b -> b.serviceAccount(account)));
        });

        assertThat(made.findings())
                .extracting(Finding::code, Finding::resource, Finding::field)
                .contains(tuple("GTY-KUS-002", "RoleBinding web", "subjects[0].namespace"));
    }

    @Test
    void should_say_where_a_tree_is_not_what_the_program_makes() {
        EnvironmentOutput environment = OutputRun.of(app -> app.stack("shop").add(config("web")), "staging")
                .environments()
                .get(0);
        SortedMap<String, byte[]> files = new TreeMap<>(new KustomizeEmitter()
                .emit(OutputRun.of(app -> app.stack("shop").add(config("web")), "staging"))
                .files());
        files.replaceAll((path, content) -> new String(content, StandardCharsets.UTF_8)
                .replace("calm", "wild")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(KustomizeEmitter.differences(environment, files))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GTY-KUS-001");
                    assertThat(finding.environment()).isEqualTo("staging");
                    assertThat(finding.resource()).isEqualTo("ConfigMap web");
                    assertThat(finding.field()).isEqualTo("data.mood");
                    assertThat(finding.message()).isEqualTo("The program has \"calm\", the tree \"wild\".");
                });
    }

    @Test
    void should_name_the_files_of_a_secret_and_not_make_them() {
        Emission made = emitted(app -> app.stack("shop", s -> s.namespace("shop-" + app.environment()))
                .add(Secret.fromFiles("keys", Path.of("secrets/jwt.key"), Path.of("secrets/database.password"))));

        assertThat(made.findings()).isEmpty();
        assertThat(text(made, "kustomize/overlays/production/shop/kustomization.yaml"))
                .isEqualTo("""
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: shop-production
                generatorOptions:
                  disableNameSuffixHash: true
                secretGenerator:
                  - name: keys
                    files:
                      - secrets/keys/database.password
                      - secrets/keys/jwt.key
                """);
        assertThat(made.files().keySet()).noneMatch(path -> path.contains("secrets/"));
        assertThat(made.notes())
                .first()
                .asString()
                .startsWith(
                        "kustomize/overlays/production/shop needs secrets/keys/database.password, secrets/keys/jwt.key: put");
    }

    private static Emission emitted(Consumer<App> program) {
        return new KustomizeEmitter().emit(OutputRun.of(program, "production", "staging"));
    }

    private static String text(Emission made, String path) {
        return new String(made.files().getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
    }

    private static ConfigMap config(String name) {
        return ConfigMap.of(name, c -> c.text("mood", "calm"));
    }
}
