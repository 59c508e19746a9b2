package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.extension.Resource;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.Volume;
import dev.gantry.workload.VolumeProjection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeyCheckTest {

    private static final Image IMAGE = Image.of("nginx:1.27");

    private final ConfigMap config = ConfigMap.of(
            "conf",
            c -> c.text("LOG", "info").rawTree(t -> t.putObject("binaryData").put("logo", "eA==")));
    private final Secret secret =
            Secret.of("login", s -> s.text("password", "p").bytes("key", new byte[] {1}));

    @Test
    void should_name_the_key_that_was_meant_and_both_lines() {
        assertThat(TestRun.report(app -> {
                    Stack stack = app.stack("shop", s -> s.namespace("shop"));
                    ConfigMap settings = ConfigMap.of("conf", c -> c.text("LOG", "info")); // @config
                    stack.add(settings);
                    stack.add(Deployment.of(
                            "web",
                            d -> d.selector("app", "web")
                                    .container(
                                            "web",
                                            IMAGE,
                                            c -> c.env("B", "b").env("A", settings.key("LOGG"))))); // @env
                }))
                .isEqualTo(Lines.fill(KeyCheckTest.class, """
                        error GTY-CFG-008 @env Deployment shop/web spec.template.spec.containers[0].env[1].valueFrom.configMapKeyRef.key
                          ConfigMap shop/conf has no key "LOGG", so the container does not start.
                          hint: Did you mean "LOG"? If the key may be missing, call optional() on the key.
                          @config: ConfigMap shop/conf is made here
                        """));
    }

    @Test
    void should_find_wrong_keys_of_secrets_and_volumes() {
        assertThat(found(d -> d.container(
                        "web",
                        IMAGE,
                        c -> c.env("A", secret.key("user"))
                                .mount(
                                        Volume.configMap("conf", config)
                                                .item("logs", "a")
                                                .item("LOG", "b"),
                                        "/a")
                                .mount(Volume.secret("login", secret).item("passwort", "a"), "/b"))))
                .containsExactly(
                        "containers[0].env[0].valueFrom.secretKeyRef.key Secret shop/login has no key \"user\", so the"
                                + " container does not start. Name one of \"key\" and \"password\", or add the key. If the"
                                + " key may be missing, call optional() on the key.",
                        "volumes[0].configMap.items[0].key ConfigMap shop/conf has no key \"logs\", so the container does"
                                + " not start. Did you mean \"LOG\"? If the key may be missing, call optional() on the"
                                + " volume.",
                        "volumes[1].secret.items[0].key Secret shop/login has no key \"passwort\", so the container does"
                                + " not start. Did you mean \"password\"? If the key may be missing, call optional() on"
                                + " the volume.");
        assertThat(found(d -> d.container(
                        "web",
                        IMAGE,
                        c -> c.mount(
                                Volume.projected(
                                        "all",
                                        VolumeProjection.configMap(config).item("LGO", "a"),
                                        VolumeProjection.secret(secret).item("kex", "b")),
                                "/a"))))
                .extracting(text -> text.substring(0, text.indexOf(' ')))
                .containsExactly(
                        "volumes[0].projected.sources[0].configMap.items[0].key",
                        "volumes[0].projected.sources[1].secret.items[0].key");
    }

    @Test
    void should_accept_keys_that_are_there_and_those_that_may_be_missing() {
        assertThat(found(d -> d.container(
                        "web",
                        IMAGE,
                        c -> c.env("A", config.key("LOG"))
                                .env("B", secret.key("key"))
                                .env("C", secret.key("password"))
                                .env("D", config.key("logo"))
                                .env("E", config.key("none").optional())
                                .env("F", Secret.existing("other").key("any"))
                                .mount(Volume.configMap("conf", config).item("logo", "a"), "/a")
                                .mount(
                                        Volume.secret("login", secret)
                                                .item("none", "a")
                                                .optional(),
                                        "/b"))))
                .isEmpty();
    }

    @Test
    void should_read_keys_after_edits() {
        ConfigMap edited = ConfigMap.of(
                "edited", c -> c.text("a", "b").rawTree(t -> t.putObject("data").put("c", "d")));
        Consumer<Deployment.Builder> options =
                d -> d.container("web", IMAGE, c -> c.env("C", edited.key("c")).env("A", edited.key("a")));
        assertThat(found(options, edited)).hasSize(1).first().asString().startsWith("containers[0].env[1]");
    }

    @Test
    void should_leave_what_others_fill_alone() {
        ConfigMap bundle = ConfigMap.of("bundle", c -> c.label("config.openshift.io/inject-trusted-cabundle", "true"));
        Secret token = Secret.of(
                "token",
                s -> s.type("kubernetes.io/service-account-token")
                        .text("own", "x")
                        .annotation("kubernetes.io/service-account.name", "web"));
        assertThat(found(
                        d -> d.container(
                                "web",
                                IMAGE,
                                c -> c.env("A", bundle.key("ca-bundle.crt")).env("B", token.key("token"))),
                        bundle,
                        token))
                .isEmpty();
    }

    private List<String> found(Consumer<Deployment.Builder> options, Resource... more) {
        Consumer<App> program = app -> {
            Stack stack = app.stack("shop", s -> s.namespace("shop"));
            stack.add(config);
            stack.add(secret);
            for (Resource resource : more) {
                stack.add(resource);
            }
            stack.add(Deployment.of("web", options));
        };
        return TestRun.findings(program).stream()
                .filter(f -> f.code().equals("GTY-CFG-008"))
                .map(f -> String.valueOf(f.field()).replace("spec.template.spec.", "") + " " + f.message() + " "
                        + f.hint())
                .toList();
    }
}
