package dev.gantry.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.App;
import dev.gantry.Lines;
import dev.gantry.Stack;
import dev.gantry.TestRun;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NamespaceCheckTest {

    @Test
    void should_warn_of_a_namespace_that_is_almost_one_of_the_program() {
        assertThat(TestRun.report(app -> {
                    Stack shop = app.stack("shop");
                    shop.add(Namespace.of("nu-web", n -> {})); // @made
                    shop.add(ConfigMap.of("web", c -> c.namespace("nu-wbe").text("a", "b"))); // @used
                }))
                .isEqualTo(Lines.fill(NamespaceCheckTest.class, """
                        warning GTY-CFG-009 @used ConfigMap nu-wbe/web metadata.namespace
                          The program makes no namespace "nu-wbe", but Namespace nu-web.
                          hint: Did you mean "nu-web"? If "nu-wbe" exists outside the program, accept this finding with finding(code, Severity.OFF, reason).
                          @made: Namespace nu-web is made here
                        """));
    }

    @Test
    void should_find_a_missing_dash_and_a_wrong_letter() {
        assertThat(found("shop-web", "shopweb")).hasSize(1);
        assertThat(found("payments", "paymemts")).hasSize(1);
        assertThat(found("payments", "payment")).hasSize(1);
    }

    @Test
    void should_leave_names_alone_that_differ_on_purpose() {
        assertThat(found("team-a", "team-b")).isEmpty();
        assertThat(found("shop-v1", "shop-v2")).isEmpty();
        assertThat(found("shop1", "shop2")).isEmpty();
        assertThat(found("shop-dev", "shop-prod")).isEmpty();
        assertThat(found("shop", "shop-web")).isEmpty();
        assertThat(found("shop", "kube-system")).isEmpty();
        assertThat(found("shop", "shop")).isEmpty();
    }

    private static List<String> found(String made, String used) {
        Consumer<App> program = app -> {
            Stack shop = app.stack("shop");
            shop.add(Namespace.of(made, n -> {}));
            shop.add(ConfigMap.of("web", c -> c.namespace(used).text("a", "b")));
            shop.add(ConfigMap.of("web2", c -> c.namespace(used).text("a", "b")));
        };
        return TestRun.findings(program).stream()
                .filter(f -> f.code().equals("GTY-CFG-009"))
                .map(f -> f.message())
                .toList();
    }
}
