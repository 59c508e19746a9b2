package dev.gantry.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FindingJsonTest {

    @Property
    void should_read_what_it_wrote(@ForAll("findings") List<Finding> findings) throws IOException {
        assertThat(FindingJson.parse(FindingJson.text(findings))).isEqualTo(findings);
    }

    @Example
    void should_write_fields_in_a_fixed_order_and_leave_out_what_is_absent() {
        Finding full = new Finding(
                "GTY-NET-003",
                Severity.OFF,
                "production",
                "shop",
                "Service shop/web",
                "spec.ports[1]",
                Origin.source("com/acme/Shop.java", 31),
                "No \"metrics\".",
                "Declare it.",
                List.of(new Finding.Related(Origin.file("a/b.yaml", 3, 7), "here")),
                "known");
        Finding bare =
                new Finding("GTY-A-001", Severity.ERROR, null, null, null, null, null, "Bad.", "", List.of(), null);
        assertThat(FindingJson.text(List.of(full, bare))).isEqualTo("""
            [
              {
                "code": "GTY-NET-003",
                "severity": "off",
                "environment": "production",
                "stack": "shop",
                "resource": "Service shop/web",
                "field": "spec.ports[1]",
                "origin": {
                  "kind": "source",
                  "path": "com/acme/Shop.java",
                  "line": 31
                },
                "message": "No \\"metrics\\".",
                "hint": "Declare it.",
                "related": [
                  {
                    "origin": {
                      "kind": "file",
                      "path": "a/b.yaml",
                      "line": 3,
                      "column": 7
                    },
                    "message": "here"
                  }
                ],
                "reason": "known"
              },
              {
                "code": "GTY-A-001",
                "severity": "error",
                "message": "Bad."
              }
            ]
            """);
    }

    @Example
    void should_write_an_empty_list_in_one_line() {
        assertThat(FindingJson.text(List.of())).isEqualTo("[]\n");
    }

    @Example
    void should_pass_over_fields_that_a_later_version_may_add() throws IOException {
        String text = "[{\"code\":\"A\",\"new\":{\"x\":[1]},\"severity\":\"warning\",\"message\":\"m\"}]";
        assertThat(FindingJson.parse(text)).extracting(Finding::code).containsExactly("A");
    }

    @Example
    void should_refuse_a_severity_that_there_is_not() {
        String text = "[{\"code\":\"A\",\n\"severity\":\"grave\",\"message\":\"m\"}]";
        assertThatThrownBy(() -> FindingJson.parse(text))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("grave");
    }

    @Example
    void should_survive_half_a_surrogate_pair() {
        Finding finding = new Finding("A", Severity.ERROR, null, null, null, null, null, "\ud83d", "", List.of(), null);
        assertThat(FindingJson.text(List.of(finding))).contains("\"message\"");
    }

    @Provide
    Arbitrary<List<Finding>> findings() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<String> optional = text.injectNull(0.3);
        Arbitrary<Origin> origin = Combinators.combine(
                        Arbitraries.of(Origin.PathKind.class),
                        text,
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.integers().between(0, 300))
                .as((kind, path, line, column) -> new Origin(kind, path, line, column, null));
        Arbitrary<List<Finding.Related>> related = Combinators.combine(origin, text)
                .as(Finding.Related::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        Combinators.combine(text, Arbitraries.of(Severity.class), text, text)
                                .as((code, severity, message, hint) -> new Finding(
                                        code, severity, null, null, null, null, null, message, hint, List.of(), null)),
                        optional,
                        optional,
                        optional,
                        optional,
                        origin.injectNull(0.3),
                        related,
                        optional)
                .as((f, environment, stack, resource, field, at, others, reason) -> new Finding(
                        f.code(),
                        f.severity(),
                        environment,
                        stack,
                        resource,
                        field,
                        at,
                        f.message(),
                        f.hint(),
                        others,
                        reason))
                .list()
                .ofMaxSize(4);
    }
}
