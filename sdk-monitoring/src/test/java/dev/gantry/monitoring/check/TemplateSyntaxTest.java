package dev.gantry.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TemplateSyntaxTest {

    static final List<String> VALID = List.of(
            "plain text with } and { and }}",
            "{{ $value }}",
            "{{$value}}",
            "{{- $value -}} {{ $labels.pod }}",
            "{{ $value | humanizePercentage }} of {{ $labels.instance | title }}",
            "{{ .Value }} {{ .Labels.pod }} {{ .ExternalURL }} {{ . }}",
            "{{ printf \"%.2f\" $value }}",
            "{{ printf `%s {{ }}` $labels.pod | toUpper }}",
            "{{ $value | printf \"%.0f\" | reReplaceAll \"a\" \"b\" }}",
            "{{ if gt $value 0.5 }}high{{ else if eq $labels.x \"1\" }}one{{ else }}low{{ end }}",
            "{{ with query \"up{job='a'}\" }}{{ . | first | value | humanize }}{{ end }}",
            "{{ range query \"up\" }}{{ .Labels.instance }} {{ .Value }}{{ else }}none{{ end }}",
            "{{ range $i, $s := query \"up\" }}{{ $i }}{{ $s.Value }}{{ end }}",
            "{{ $x := printf \"up{instance='%s'}\" $labels.instance | query }}{{ len $x }}",
            "{{ $x := 1 }}{{ $x = 2 }}{{ $x }}",
            "{{ (query \"up\" | first).Value }} {{ not (and true (or false nil)) }}",
            "{{/* a comment }} */}} {{- /* another */ -}}",
            "{{ index $labels \"my-label\" }} {{ $externalLabels.cluster }} {{ $externalURL }}",
            "{{ define \"x\" }}{{ . }}{{ end }}{{ template \"x\" $value }}",
            "{{ humanizeTimestamp 1.5e9 }} {{ humanizeDuration -5 }} {{ humanize1024 $value }}",
            "{{ range 3 }}{{ break }}{{ continue }}{{ end }}",
            "{{ $value\n | humanize }}");

    @TestFactory
    Stream<DynamicTest> should_accept() {
        return VALID.stream()
                .map(text -> DynamicTest.dynamicTest(
                        text, () -> assertThat(TemplateSyntax.problem(text)).isNull()));
    }

    @Test
    void should_say_what_does_not_parse() {
        assertThat(problem("{{ $value }")).isEqualTo("The action that begins with \"{{ $value }\" is not closed.");
        assertThat(problem("{{ printf \"%s $value }}"))
                .isEqualTo("The action that begins with \"{{ printf \"%s $value }}\" is not closed.");
        assertThat(problem("{{ $value | humanizePercent }}")).isEqualTo("There is no function humanizePercent.");
        assertThat(problem("{{ value }} {{ labels.pod }}")).isEqualTo("There is no function labels.");
        assertThat(problem("{{ $label.pod }}")).isEqualTo("There is no variable $label.");
        assertThat(problem("{{ if $value }}x")).isEqualTo("{{ if }} has no {{ end }}.");
        assertThat(problem("{{ end }}")).isEqualTo("{{ end }} ends nothing.");
        assertThat(problem("{{ else }}")).isEqualTo("{{ else }} stands outside of a block.");
        assertThat(problem("{{ }}")).isEqualTo("There is nothing in {{ }}.");
        assertThat(problem("{{ if }}x{{ end }}")).isEqualTo("A value is missing in {{ if }}.");
        assertThat(problem("{{ $value | }}")).isEqualTo("Nothing stands after a | in {{ $value | }}.");
        assertThat(problem("{{ | humanize }}")).isEqualTo("Nothing stands before a | in {{ | humanize }}.");
        assertThat(problem("{{ (len $labels }}")).isEqualTo("The parentheses in {{ ( len $labels }} do not match.");
        assertThat(problem("{{ $value | \"x\" }}")).isEqualTo("\"x\" stands after a |, where a function belongs.");
        assertThat(problem("{{ with $x := 1 }}{{ end }}{{ $x }}")).isEqualTo("There is no variable $x.");
        assertThat(problem("{{ $value > 5 }}")).isEqualTo("The character > means nothing in a template.");
        assertThat(problem("{{ .labels.x }}")).isEqualTo("There is no .labels.");
        assertThat(problem("{{ .Label.x }}")).isEqualTo("There is no .Label.");
        assertThat(problem("{{ $labels.my-label }}"))
                .isEqualTo("The name in $labels.my-label has a '-', which a template does not take there.");
        assertThat(problem("{{ .Labels.my-label }}"))
                .isEqualTo("The name in .Labels.my-label has a '-', which a template does not take there.");
        assertThat(problem("{{/* open")).isEqualTo("The comment that begins with {{/* is not closed.");
    }

    @Test
    void should_guess_what_was_meant() {
        assertThat(hint("{{ $labels.my-label }}")).isEqualTo("Write {{ index $labels \"my-label\" }}.");
        assertThat(hint("{{ .labels.x }}")).isEqualTo("Write .Labels.");
        assertThat(hint("{{ .Label.x }}")).isEqualTo("Write .Labels.");
        assertThat(hint("{{ .Instance }}")).isEqualTo("There are .Labels, .Value, .ExternalLabels and .ExternalURL.");
        assertThat(hint("{{ $value | humanizePercent }}")).isEqualTo("Write humanizePercentage.");
        assertThat(hint("{{ $value | humanise }}")).isEqualTo("Write humanize.");
        assertThat(hint("{{ $value | round }}")).startsWith("There are humanize, ");
    }

    private static String hint(String text) {
        TemplateSyntax.Problem problem = TemplateSyntax.problem(text);
        assertThat(problem).isNotNull();
        return problem.hint();
    }

    private static String problem(String text) {
        TemplateSyntax.Problem problem = TemplateSyntax.problem(text);
        assertThat(problem).isNotNull();
        assertThat(problem.hint()).isNotEmpty();
        return problem.message();
    }
}
