package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.network.Service;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    private static final Port HTTP = Port.http(8080);

    @ParameterizedTest
    @CsvSource({
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg, has 64 characters; 63 are allowed",
        "Web, has upper-case letters",
        "'', is empty",
        "my web, has the character ' ' (a space)",
        "1web, does not begin with a letter",
        "-web, begins or ends with '-'"
    })
    void should_reject_the_name_of_a_service(String name, String problem) {
        assertThat(findings(app -> app.stack("shop")
                        .add(Service.of(name, s -> s.selector("app", "web").port(HTTP)))))
                .contains("GTY-VAL-002 metadata.name \"" + name + "\" " + problem + ".");
    }

    @Test
    void should_allow_a_name_of_63_characters() {
        String name = "a".repeat(63);

        assertThat(findings(app -> app.stack("shop").add(Namespace.of(name, n -> {}))))
                .isEmpty();
        assertThat(findings(app -> app.stack("shop").add(Namespace.of(name + "a", n -> {}))))
                .containsExactly("GTY-VAL-002 metadata.name \"" + name + "a\" has 64 characters; 63 are allowed.");
    }

    @Test
    @SuppressWarnings("NullAway") // authors are not bound to null-marked code
    void should_reject_a_name_that_is_null() {
        String none = null;

        assertThat(findings(app -> app.stack("shop").add(ConfigMap.of(none, c -> c.text("mode", "fast")))))
                .containsExactly("GTY-VAL-001 metadata.name A value is needed here, but null was given.");
    }

    @Test
    void should_reject_a_label_value_with_a_space() {
        assertThat(findings(app -> app.stack("shop")
                        .add(ConfigMap.of("web", c -> c.text("mode", "fast").label("team", "check out")))))
                .containsExactly("GTY-VAL-003 metadata.labels.team \"check out\" has the character ' ' (a space).");
    }

    private static List<String> findings(Consumer<App> program) {
        return TestRun.findings(program).stream()
                .map(f -> f.code() + " " + f.field() + " " + f.message())
                .toList();
    }
}
