package dev.gantry;

import static dev.gantry.TestRun.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Context;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Late;
import dev.gantry.extension.NamespacedBuilder;
import dev.gantry.extension.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known when everything is placed. */
class LateValuesTest {

    private static final Late OWN_NAMESPACE = context -> TextNode.valueOf("in " + context.namespace());

    @Test
    void should_know_where_it_is_written_and_stand_in_lists() {
        Neighbour shared = new Neighbour(new Neighbour.Builder(OWN_NAMESPACE));
        Synthesis made =
                TestRun.of(app -> app.stack("shop", s -> s.namespace("shop")).add(shared));
        Synthesis later =
                TestRun.of(app -> app.stack("blog", s -> s.namespace("blog")).add(shared));

        assertThat(made.findings()).isEmpty();
        assertThat(manifest(made, "Neighbour", "one").tree()).hasToString("""
                {"apiVersion":"example.com/v1beta1","kind":"Neighbour",\
                "metadata":{"name":"one","namespace":"shop"},"spec":{"hosts":["first","in shop"]}}""");
        assertThat(manifest(later, "Neighbour", "one").tree().at("/spec/hosts")).hasToString("[\"first\",\"in blog\"]");
    }

    @Test
    void should_report_null_and_flaws_where_they_are_added() {
        Late flawed = new Late() {
            @Override
            public TextNode resolve(Context context) {
                return TextNode.valueOf("");
            }

            @Override
            public List<Flaw> flaws() {
                return List.of(Flaw.missing());
            }
        };

        assertThat(TestRun.findings(app ->
                        app.stack("shop", s -> s.namespace("shop")).add(new Neighbour(new Neighbour.Builder(flawed)))))
                .extracting(finding -> finding.code() + " " + finding.field())
                .containsExactly("GTY-VAL-001 spec.hosts[1]");
        assertThat(TestRun.findings(app ->
                        app.stack("shop", s -> s.namespace("shop")).add(new Neighbour(new Neighbour.Builder(null)))))
                .extracting(finding -> finding.code() + " " + finding.field())
                .containsExactly("GTY-VAL-001 spec.hosts");
    }

    private static final class Neighbour extends Resource {

        Neighbour(Builder builder) {
            super(builder);
        }

        private static final class Builder extends NamespacedBuilder<Builder> {

            Builder(Late host) {
                super(Kind.namespaced("example.com/v1", "Neighbour"), "one");
                inVersion("v1beta1");
                spec().add("hosts", "first");
                spec().add("hosts", host);
            }
        }
    }
}
