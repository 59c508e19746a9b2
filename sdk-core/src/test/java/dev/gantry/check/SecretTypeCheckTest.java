package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.TestRun;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SecretTypeCheckTest {

    @Test
    void should_name_each_key_that_the_type_asks_for() {
        assertThat(found(s -> s.type(SecretType.TLS).text("cert", "c")))
                .containsExactly(
                        "type The Secret is of type kubernetes.io/tls, but has no key \"tls.crt\".",
                        "type The Secret is of type kubernetes.io/tls, but has no key \"tls.key\".");
        assertThat(found(s -> s.type(SecretType.DOCKER_CONFIG_JSON).text("config", "{}")))
                .containsExactly(
                        "type The Secret is of type kubernetes.io/dockerconfigjson, but has no key \".dockerconfigjson\".");
        assertThat(found(s -> s.type(SecretType.SSH_AUTH).text("key", "k")))
                .containsExactly(
                        "type The Secret is of type kubernetes.io/ssh-auth, but has no key \"ssh-privatekey\".");
        assertThat(found(s -> s.type("kubernetes.io/dockercfg").text("key", "k")))
                .containsExactly("type The Secret is of type kubernetes.io/dockercfg, but has no key \".dockercfg\".");
        assertThat(found(s -> s.type(SecretType.BASIC_AUTH).text("user", "u")))
                .containsExactly("type The Secret is of type kubernetes.io/basic-auth, but has neither of the keys"
                        + " \"username\" and \"password\".");
    }

    @Test
    void should_take_keys_of_text_and_of_bytes_and_types_without_keys() {
        assertThat(found(s -> s.type(SecretType.TLS).text("tls.crt", "c").bytes("tls.key", new byte[] {1})))
                .isEmpty();
        assertThat(found(s -> s.type(SecretType.BASIC_AUTH).text("password", "p")))
                .isEmpty();
        assertThat(found(s -> s.type(SecretType.OPAQUE).text("a", "b"))).isEmpty();
        assertThat(found(s -> s.text("a", "b"))).isEmpty();
    }

    private static List<String> found(Consumer<Secret.Builder> options) {
        Consumer<App> program =
                app -> app.stack("shop", s -> s.namespace("shop")).add(Secret.of("login", options));
        return TestRun.findings(program).stream()
                .filter(f -> f.code().equals("GTY-CFG-007"))
                .map(f -> f.field() + " " + f.message())
                .toList();
    }
}
