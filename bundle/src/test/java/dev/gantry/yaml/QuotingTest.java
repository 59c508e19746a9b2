package dev.gantry.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuotingTest {

    /** One string a line; a line ends where the text block says, so blanks stand between bars. */
    private static Stream<String> lines(String block) {
        return block.lines().map(line -> line.startsWith("¦") ? line.substring(1, line.length() - 1) : line);
    }

    static Stream<String> plain() {
        return lines("""
            v1.2.3
            1.2.3
            10.0.0.1
            10.0.0.1:8080
            10.0.0.0/8
            500m
            1Gi
            5s
            1h30m
            a:b
            :8080
            ?x
            http://x/y
            nginx:1.25
            ghcr.io/acme/web@sha256:0123456789abcdef
            /ready
            -flag=x
            --port=8080
            --
            foo#bar
            rate(http_requests_total{job="x",status=~"5.."}[5m]) > 0.1
            it's
            2021-13x
            2021-13-1
            2021-2-30
            1900-2-29
            Yes please
            yES
            nan
            inf
            none
            1e
            0x
            0xZ
            0b2
            0o8
            1:60
            0:30
            1:2:3x
            .
            ..
            .e5
            .x
            +
            -x
            +1x
            =x
            <
            <<x
            ${HOME}
            $(HOME)
            ----
            ....
            -----BEGIN CERTIFICATE-----
            été
            日本語
            😀 done
            2001-12-14x
            2001-12-14T
            12345-1-1
            """);
    }

    static Stream<String> doubleQuoted() {
        return lines("""
            yes
            Yes
            NO
            on
            Off
            y
            N
            TRUE
            false
            null
            Null
            ~
            =
            <<
            0
            -1
            +1
            08
            017
            0o7
            -0o17
            0x1F
            0X1F
            0b101
            0b-1
            1_000
            1_
            1e3
            1_e_5
            1.20
            1.
            .5
            .5e1_0
            ._
            +._
            -.5
            .inf
            -.Inf
            +.INF
            .nan
            1:30
            -1:30
            190:20:30
            0:30.5
            1_0:30
            123456789012345678901234567890
            1e999
            2001-12-14
            2021-13-01
            2001-1-1
            2000-2-29
            2004-2-29
            2001-12-14T21:59:43.10-05:00
            2001-12-14t21:59:43Z
            2001-12-14 21:59:43.10 -5
            2001-1-1 1:2:3
            2001-1-1T1:2:3,5Z
            ¦¦
            ¦ ¦
            ¦ a¦
            ¦a ¦
            ¦a\t¦
            ¦\ta¦
            a: b
            a:
            :
            a #b
            #a
            -
            - a
            ?
            ? a
            : a
            [a]
            ]
            {a}
            }
            ,
            &a
            *
            !
            !a
            |
            > 5
            %
            @a
            `a`
            'a'
            ---
            --- a
            ...
            """);
    }

    static Stream<String> singleQuoted() {
        return lines("""
            {"a": 1}
            ["a"]
            ^\\d+: "x"$
            "
            * \\
            a: "b"
            """);
    }

    @ParameterizedTest
    @MethodSource("plain")
    void should_leave_plain(String text) {
        assertThat(print(text)).isEqualTo("k: " + text + "\n");
    }

    @ParameterizedTest
    @MethodSource("doubleQuoted")
    void should_quote(String text) {
        assertThat(print(text)).isEqualTo("k: \"" + text.replace("\t", "\\t") + "\"\n");
    }

    @ParameterizedTest
    @MethodSource("singleQuoted")
    void should_keep_quotes_and_backslashes_readable(String text) {
        assertThat(print(text)).isEqualTo("k: '" + text + "'\n");
    }

    private static String print(String text) {
        return YamlPrinter.print(JsonNodeFactory.instance.objectNode().put("k", text));
    }
}
