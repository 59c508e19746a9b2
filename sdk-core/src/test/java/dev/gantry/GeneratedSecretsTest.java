package dev.gantry;

import static dev.gantry.TestRun.findings;
import static dev.gantry.TestRun.manifest;
import static dev.gantry.TestRun.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.GeneratedSecret;
import dev.gantry.bundle.ResourceId;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretKey;
import dev.gantry.finding.Origin;
import dev.gantry.finding.Severity;
import dev.gantry.network.Ingress;
import dev.gantry.network.Service;
import dev.gantry.output.Layout;
import dev.gantry.output.ManifestFiles;
import dev.gantry.workload.Container;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Volume;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GeneratedSecretsTest {

    @Test
    void should_tell_of_them_with_their_stack_and_in_no_manifest() {
        Synthesis made = TestRun.of(app -> {
            app.stack("base").add(web("base", c -> {}));
            Stack shop = app.stack("shop", s -> s.namespace("shop"));
            SecretKey user = shop.generatedSecret("login", "user", 8); // @login
            SecretKey password = shop.generatedSecret("login", "password", 1024);
            SecretKey token = shop.generatedSecret("token", "value", 32); // @token
            shop.add(web(
                    "web",
                    c -> c.env("USER", user)
                            .env("PASSWORD", password.optional())
                            .mount(Volume.secret("token", token.secret()).item("value", "token"), "/token")));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(made.stacks())
                .flatExtracting(BundleStack::generatedSecrets)
                .containsExactly(
                        secret(
                                "login",
                                "login",
                                new GeneratedSecret.Key("user", 8),
                                new GeneratedSecret.Key("password", 1024)),
                        secret("token", "token", new GeneratedSecret.Key("value", 32)));
        assertThat(made.manifests()).extracting(m -> m.id().kind()).containsOnly("Deployment");
        assertThat(manifest(made, "Deployment", "web")
                        .tree()
                        .at("/spec/template/spec/containers/0/env")
                        .toString())
                .isEqualTo(
                        "[{\"name\":\"USER\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"login\",\"key\":\"user\"}}},"
                                + "{\"name\":\"PASSWORD\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"login\",\"key\":\"password\","
                                + "\"optional\":true}}}]");
        assertThat(ManifestFiles.print("staging", made.manifests(), Layout.STACK)
                        .entries())
                .flatExtracting(entry -> entry.references())
                .contains(new Edge(
                        "spec.template.spec.volumes[0].secret.secretName",
                        new ResourceId("v1", "Secret", "shop", "token"),
                        true));
    }

    @Test
    void should_leave_the_namespace_open_where_the_stack_does() {
        Synthesis made = TestRun.of(app -> {
            Stack shop = app.stack("shop");
            SecretKey key = shop.generatedSecret("login", "password", 32);
            shop.add(web("web", c -> c.env("PASSWORD", key)));
        });

        assertThat(made.findings()).isEmpty();
        assertThat(made.stacks())
                .flatExtracting(BundleStack::generatedSecrets)
                .extracting(GeneratedSecret::namespace)
                .containsOnlyNulls();
    }

    @Test
    void should_reject_what_no_cluster_could_hold() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    SecretKey key = shop.generatedSecret("Log in", "pass word", 7); // @bad
                    shop.add(web("web", c -> c.env("PASSWORD", key))); // @key
                    shop.generatedSecret("login", "password", 1025); // @long
                }))
                .isEqualTo(expected("""
                        error GTY-VAL-002 @bad Secret shop/Log in
                          The key "pass word" has the character ' ' (a space).
                          hint: Use at most 253 letters, digits, '-', '_' and '.'.

                        error GTY-VAL-002 @bad
                          The name "Log in" has upper-case letters.
                          hint: Use at most 253 characters of a-z, 0-9, '-' and '.', with a letter or digit around each '.'.

                        error GTY-VAL-007 @bad Secret shop/Log in
                          A generated value of 7 characters is out of range.
                          hint: Give a length from 8 to 1024.

                        error GTY-VAL-009 @key Deployment shop/web spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key
                          "pass word" has the character ' ' (a space).
                          hint: Use at most 253 letters, digits, '-', '_' and '.'.

                        error GTY-VAL-007 @long Secret shop/login
                          A generated value of 1025 characters is out of range.
                          hint: Give a length from 8 to 1024.
                        """));
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void should_notice_nulls() {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(web("web", c -> c.env("PASSWORD", shop.generatedSecret(null, null, 32))));
                }))
                .contains("GTY-VAL-001");
    }

    @Test
    void should_reject_a_key_that_is_generated_twice() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    SecretKey key = shop.generatedSecret("login", "password", 32); // @first
                    shop.add(web("web", c -> c.env("PASSWORD", key)));
                    shop.generatedSecret("login", "password", 16); // @second
                }))
                .isEqualTo(expected("""
                        error GTY-VAL-010 @second Secret shop/login
                          The key "password" is generated already.
                          hint: Keep what the first call answers in a variable, and use it in both places.
                          @first: the first call is here
                        """));
    }

    @Test
    void should_reject_a_secret_that_is_made_by_the_program_or_generated_by_another_stack() {
        assertThat(report(app -> {
                    app.finding("GTY-CFG-003", Severity.OFF, "of no matter here");
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    shop.add(Secret.of("login", s -> s.text("user", "ann"))); // @made
                    SecretKey login = shop.generatedSecret("login", "password", 32); // @both
                    SecretKey token = shop.generatedSecret("token", "value", 32); // @here
                    shop.add(web("web", c -> c.env("A", login).env("B", token)));
                    Stack jobs = app.stack("jobs", s -> s.namespace("shop"));
                    SecretKey again = jobs.generatedSecret("token", "other", 32); // @there
                    jobs.add(web("jobs", c -> c.env("B", again)));
                }))
                .contains(expected("""
                        error GTY-PRG-005 @both Secret shop/login
                          Secret shop/login is generated here, but the program makes it too.
                          hint: Generate all of its keys, or make it under another name.
                          @made: it is made here
                        """))
                .contains(expected("""
                        error GTY-PRG-005 @there Secret shop/token
                          Secret shop/token is generated for two stacks.
                          hint: Generate it in one of them, and pass the key to what is in the other.
                          @here: the first one is generated here
                        """));
    }

    @Test
    void should_reject_a_reference_from_another_namespace() {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    SecretKey key = shop.generatedSecret("login", "password", 32);
                    shop.add(web("web", c -> c.env("PASSWORD", key)));
                    app.stack("jobs", s -> s.namespace("jobs")).add(web("jobs", c -> c.env("PASSWORD", key)));
                }))
                .containsExactly("GTY-PRG-016");
    }

    @Test
    void should_know_the_keys_of_generated_secrets() {
        assertThat(report(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    SecretKey key = shop.generatedSecret("login", "password", 32); // @keys
                    shop.add(web(
                            "web",
                            c -> c.env("A", key)
                                    .env("B", Secret.existing("login").key("pasword")))); // @env
                }))
                .isEqualTo(expected("""
                        error GTY-CFG-008 @env Deployment shop/web spec.template.spec.containers[0].env[1].valueFrom.secretKeyRef.key
                          Secret shop/login has no key "pasword", so the container does not start.
                          hint: Did you mean "password"? If the key may be missing, call optional() on the key.
                          @keys: Secret shop/login is generated here
                        """));
    }

    @Test
    void should_reject_random_characters_as_a_certificate() {
        assertThat(found(app -> {
                    Stack shop = app.stack("shop", s -> s.namespace("shop"));
                    Secret secret = shop.generatedSecret("cert", "tls.key", 32).secret();
                    Service web = Service.existing("web");
                    shop.add(Ingress.of(
                            "web", i -> i.defaultBackend(web, Port.http(8080)).tls(secret, "a.example.com")));
                }))
                .containsExactly("GTY-ING-006");
    }

    private static GeneratedSecret secret(String name, String mark, GeneratedSecret.Key... keys) {
        Origin line = Origin.source("dev/gantry/GeneratedSecretsTest.java", Lines.of(GeneratedSecretsTest.class, mark));
        return new GeneratedSecret("shop", name, List.of(keys), line);
    }

    private static List<String> found(Consumer<App> program) {
        return findings(program).stream().map(f -> f.code()).toList();
    }

    private static Deployment web(String name, Consumer<Container> options) {
        return Deployment.of(
                name,
                d -> d.selector("app", name)
                        .container(
                                "web",
                                Image.of("example.com/web:7"),
                                c -> options.accept(c.requests("250m", "256Mi"))));
    }

    private static String expected(String text) {
        return Lines.fill(GeneratedSecretsTest.class, text);
    }
}
