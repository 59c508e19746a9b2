package dev.gantry.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class Re2Test {

    private static final List<String> VALID = List.of(
            "",
            "a|b",
            "|a",
            "a|",
            "()",
            "(a|)",
            "web.*",
            "5..",
            "a+?",
            "a{2}",
            "a{2,}?",
            "a{2,3}",
            "{",
            "a{,2}",
            "a{x}",
            "^*",
            "$",
            "[]a]",
            "[^]a]",
            "[[]",
            "[a-z-]",
            "[\\d-z]",
            "[[:alpha:]_]",
            "[-a]",
            "[a&&b]",
            "[+-]",
            "(?P<x_y>a)",
            "(?<x>a)",
            "(?i)a",
            "(?i:a)",
            "(?s-U:.)",
            "\\d+\\.\\w",
            "\\Q(*\\E+",
            "\\pL\\p{Greek}",
            "\\x{1F}\\x41",
            "\\07\\12",
            "__meta_kubernetes_pod_label_(.+)",
            "(.*):.*",
            "\\[a\\]",
            "\\_\\-",
            "a\\)?b",
            "]",
            "}",
            "(?:a)*",
            "(?)");

    @Test
    void should_accept_what_prometheus_takes() {
        for (String regex : VALID) {
            assertThat(Re2.problem(regex)).as(regex).isNull();
        }
    }

    @Test
    void should_say_what_prometheus_refuses() {
        assertThat(Re2.problem("*web")).isEqualTo("has nothing before * that could be repeated");
        assertThat(Re2.problem("a|+")).isEqualTo("has nothing before + that could be repeated");
        assertThat(Re2.problem("(*a)")).isEqualTo("has nothing before * that could be repeated");
        assertThat(Re2.problem("{2}")).isEqualTo("has nothing before {2} that could be repeated");
        assertThat(Re2.problem("a**")).isEqualTo("has two repetitions in a row, the second one *");
        assertThat(Re2.problem("a{2}{3}")).isEqualTo("has two repetitions in a row, the second one {3}");
        assertThat(Re2.problem("a{3,2}")).startsWith("has the repetition {3,2}, ");
        assertThat(Re2.problem("a{1001}")).startsWith("has the repetition {1001}, ");
        assertThat(Re2.problem("(")).isEqualTo("has a ( that is not closed");
        assertThat(Re2.problem("(a")).isEqualTo("has a ( that is not closed");
        assertThat(Re2.problem("a)")).isEqualTo("has a ) that closes nothing");
        assertThat(Re2.problem("[a")).isEqualTo("has a [ that is not closed");
        assertThat(Re2.problem("[z-a]")).isEqualTo("has the range z-a, which goes backwards");
        assertThat(Re2.problem("a\\")).isEqualTo("ends with a \\");
        assertThat(Re2.problem("(a)\\1")).isEqualTo("has \\1, but RE2 knows no references to groups");
        assertThat(Re2.problem("a(?!b)")).isEqualTo("has (?!, which RE2 does not know");
        assertThat(Re2.problem("(?<=b)a")).isEqualTo("has (?<=, which RE2 does not know");
        assertThat(Re2.problem("(?x)a")).isEqualTo("has a group (?x that RE2 does not know");
        assertThat(Re2.problem("\\h")).isEqualTo("has \\h, which RE2 does not know");
        assertThat(Re2.problem("\\p{L")).isEqualTo("has a \\p that is not closed");
        assertThat(Re2.problem("[\\b]")).startsWith("has \\b between [ and ]");
    }
}
