package dev.gantry;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.gantry.bundle.Edge;
import dev.gantry.bundle.ResourceId;
import dev.gantry.config.Secret;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Severity;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import dev.gantry.workload.Deployment;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FileSecretsTest {

    @Test
    void should_leave_the_secret_out_of_the_manifests() {
        Synthesis made = TestRun.of(accepted(stack -> web(stack, "jwt.key")));

        assertThat(made.findings()).noneMatch(Finding::isError);
        assertThat(made.manifests()).extracting(m -> m.id().kind()).containsExactly("Deployment");
    }

    @Test
    void should_say_that_whoever_refers_to_it_needs_it_from_elsewhere() {
        Synthesis made = TestRun.of(accepted(stack -> web(stack, "jwt.key")));

        assertThat(ManifestFiles.print("staging", made.manifests(), Layout.STACK)
                        .entries())
                .flatExtracting(entry -> entry.references())
                .contains(new Edge(
                        "spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.name",
                        new ResourceId("v1", "Secret", "shop", "keys"),
                        true));
    }

    @Test
    void should_tell_emitters_of_it() {
        OutputRun run = OutputRun.of(accepted(stack -> web(stack, "jwt.key")), "staging");

        assertThat(run.environments().get(0).stacks().get(0).fileSecrets())
                .singleElement()
                .satisfies(secret -> {
                    assertThat(secret.manifest()).hasToString("Secret shop/keys");
                    assertThat(secret.keys()).containsExactly("jwt.key", "database.password");
                });
    }

    @Test
    void should_find_a_key_that_no_file_has() {
        assertThat(findings(accepted(stack -> web(stack, "jwt.pem"))))
                .filteredOn(Finding::isError)
                .extracting(Finding::code, Finding::message)
                .containsExactly(tuple(
                        "GTY-CFG-008", "Secret shop/keys has no key \"jwt.pem\", so the container does not start."));
    }

    @Test
    void should_say_what_to_use_instead() {
        assertThat(findings(app -> app.stack("shop").add(keys())))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("GTY-CFG-010");
                    assertThat(finding.message()).contains("Secret keys", "only Kustomize reads");
                    assertThat(finding.hint()).contains("generatedSecret", "existing");
                });
    }

    @Test
    void should_keep_what_is_wrong_with_its_keys() {
        assertThat(findings(accepted(stack -> {
                    stack.add(Secret.fromFiles("none"));
                    stack.add(Secret.fromFiles("twice", Path.of("a/key"), Path.of("b/key")));
                    stack.add(Secret.fromFiles("word", Path.of("my key")));
                })))
                .extracting(Finding::resource)
                .contains("Secret shop/none", "Secret shop/twice", "Secret shop/word");
    }

    private static Consumer<App> accepted(Consumer<Stack> content) {
        return app -> content.accept(app.stack(
                "shop", s -> s.namespace("shop").finding("GTY-CFG-010", Severity.OFF, "Kustomize deploys it")));
    }

    private static void web(Stack stack, String key) {
        Secret keys = stack.add(keys());
        stack.add(Deployment.of(
                "web",
                d -> d.selector("app", "web").container("web", Image.of("shop:1"), c -> c.env("KEY", keys.key(key)))));
    }

    private static Secret keys() {
        return Secret.fromFiles("keys", Path.of("secrets/jwt.key"), Path.of("secrets/database.password"));
    }
}
