package dev.gantry.istio.check;

import static dev.gantry.TestRun.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.App;
import dev.gantry.istio.security.AuthorizationPolicy;
import dev.gantry.raw.Raw;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PolicyTextCheckTest {

    @Test
    void should_find_in_raw_objects_what_builders_find() {
        assertThat(findings(raw("misfit-policy.yaml")))
                .allMatch(f -> f.code().equals("GTY-MSH-015"))
                .extracting(f -> f.origin() + " " + f.field() + " " + f.message())
                .containsExactlyInAnyOrder(
                        "misfit-policy.yaml:10 spec.rules[0].from[0].source.ipBlocks[0] \"192.0.2.0/33\" is not a block of"
                                + " IP addresses.",
                        "misfit-policy.yaml:12 spec.rules[0].from[0].source.notPrincipals[0]"
                                + " \"spiffe://cluster.local/ns/shop/sa/web\" begins with spiffe://, which Istio writes before"
                                + " it itself.",
                        "misfit-policy.yaml:15 spec.rules[0].to[0].operation.ports[0] \"http\" is not the number of a"
                                + " port.",
                        "misfit-policy.yaml:16 spec.rules[0].to[0].operation.methods[0] \"get\" has lower-case letters, but"
                                + " methods are compared with their case.",
                        "misfit-policy.yaml:17 spec.rules[0].to[0].operation.paths[0] \"admin/*\" does not begin with /, as"
                                + " every path does.",
                        "misfit-policy.yaml:19 spec.rules[0].when[0].key \"source.ip_address\" is not an attribute that Istio"
                                + " knows.",
                        "misfit-policy.yaml:22 spec.rules[0].when[1].notValues[0] \"0\" is not the number of a port.");
    }

    @Test
    void should_accept_raw_objects_of_the_right_forms() {
        assertThat(found(raw("policy.yaml"))).isEmpty();
    }

    @Test
    void should_find_a_text_that_an_edit_writes_and_tell_one_of_a_builder_once() {
        assertThat(found(app -> app.stack("shop")
                        .add(AuthorizationPolicy.of(
                                "web",
                                a -> a.rule(r -> r.to(o -> o.methods("GET")))
                                        .rawTree(tree -> ((ObjectNode) tree.at("/spec/rules/0/to/0/operation"))
                                                .putArray("paths")
                                                .add("admin"))))))
                .containsExactly("GTY-MSH-015 spec.rules[0].to[0].operation.paths[0]");
        assertThat(found(app -> app.stack("shop")
                        .add(AuthorizationPolicy.of(
                                "web",
                                a -> a.rule(r -> r.to(o -> o.methods("get").paths("admin"))
                                        .from(f -> f.principals("shop/web").ipBlocks("192.0.2.300"))
                                        .when("source.ips", "192.0.2.7")
                                        .when("destination.port", "http"))))))
                .hasSize(6)
                .allMatch(found -> found.startsWith("GTY-VAL-"));
    }

    private static Consumer<App> raw(String file) {
        return app -> app.stack("shop", s -> s.namespace("shop")).addAll(Raw.yaml(Path.of(file)));
    }

    private static List<String> found(Consumer<App> program) {
        return findings(program).stream().map(f -> f.code() + " " + f.field()).toList();
    }
}
