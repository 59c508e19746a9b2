package dev.gantry.yaml;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary strings, mostly of the kinds that YAML printers get wrong. */
final class Texts {

    /** Between bars, what the pieces of a text may be. */
    private static final List<String> PIECES =
            List.of(("a¦key¦b c¦ ¦  ¦\t¦\n¦\n\n¦\r\n¦\r¦- ¦-¦? ¦: ¦:¦ #¦#¦'¦\"¦\\¦{¦}¦[¦]¦,¦&¦*¦!¦|¦>¦%¦@¦`¦=¦<<"
                            + "¦---¦...¦--- ¦$¦${x}¦{{ .x }}¦é¦日本¦😀¦👩‍🚀¦\u00A0¦\u200B¦\u0085¦\u2028¦\u2029¦\uFEFF"
                            + "¦\0¦\u0007¦\u001B¦\u007F¦\u009F¦\uD83D¦\uDE00¦\uFFFE¦\uFFFD¦\uE000")
                    .split("¦"));

    private Texts() {}

    static Arbitrary<String> any() {
        return Arbitraries.oneOf(
                onOneLine(),
                pieces(12),
                lines(),
                Arbitraries.strings().all().ofMaxLength(20),
                Arbitraries.strings().withChars("\n ").ofMaxLength(6),
                Arbitraries.strings().withChars("ab:# ").ofMinLength(190).ofMaxLength(1300));
    }

    /** Strings without a line feed, near to what readers resolve and to what the syntax forbids. */
    static Arbitrary<String> onOneLine() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars("0123456789_.:+-eExobTZ~yn")
                                .ofMaxLength(8),
                        Arbitraries.strings().withChars("01_.:+-e").ofMaxLength(6),
                        Arbitraries.strings().withChars("0_7xXoObB+-1fF").ofMaxLength(6),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .withChars('\t')
                                .ofMaxLength(5),
                        words(),
                        timestamps(),
                        pieces(5))
                .filter(text -> text.indexOf('\n') < 0);
    }

    /** Words that readers resolve, and what is near to them. */
    private static Arbitrary<String> words() {
        Arbitrary<String> word = Arbitraries.of(
                "yes", "no", "on", "off", "true", "false", "null", "y", "n", "~", ".inf", ".nan", "<<", "=", "none",
                "oN", "nan", "inf");
        Arbitrary<String> cased = Combinators.combine(
                        word, Arbitraries.integers().between(0, 3))
                .as((text, kind) -> switch (kind) {
                    case 0 -> text;
                    case 1 -> text.toUpperCase(Locale.ROOT);
                    case 2 -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
                    default -> text.substring(0, text.length() - 1);
                });
        return Combinators.combine(
                        Arbitraries.of("", "", "", "-", "+", "x", "1"),
                        cased,
                        Arbitraries.of("", "", "", "s", "1", " "))
                .as((before, text, after) -> before + text + after);
    }

    private static Arbitrary<String> timestamps() {
        Arbitrary<String> number =
                Arbitraries.of("1", "2", "9", "02", "07", "12", "13", "23", "24", "29", "30", "31", "59", "60", "");
        Arbitrary<String> date = Combinators.combine(
                        Arbitraries.of("2001", "2000", "1900", "0000", "201", "20010"), number, number)
                .as((year, month, day) -> year + "-" + month + "-" + day);
        Arbitrary<String> clock = Combinators.combine(
                        Arbitraries.of("T", "t", " ", "  ", "\t", "x"),
                        number,
                        number,
                        number,
                        Arbitraries.of("", "", ".", ".5", ",5"))
                .as((separator, hour, minute, second, fraction) ->
                        separator + hour + ":" + minute + ":" + second + fraction);
        Arbitrary<String> zone = Combinators.combine(Arbitraries.of("", " "), Arbitraries.of("-", "+"), number, number)
                .as((blank, sign, hour, minute) -> blank + sign + hour + (minute.isEmpty() ? "" : ":" + minute));
        return Combinators.combine(
                        date,
                        Arbitraries.oneOf(Arbitraries.of("", "x", "Z", " "), clock, clock),
                        Arbitraries.oneOf(Arbitraries.of("", "", "Z", " Z", "z"), zone))
                .as((day, time, offset) -> day + time + offset);
    }

    private static Arbitrary<String> pieces(int atMost) {
        return Arbitraries.of(PIECES).list().ofMaxSize(atMost).map(pieces -> String.join("", pieces));
    }

    private static Arbitrary<String> lines() {
        Arbitrary<String> line = Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "",
                        " ",
                        "  x",
                        "\tx",
                        "x\t",
                        "x ",
                        "# no comment",
                        "- a",
                        "a: b",
                        "---",
                        "...",
                        "  ",
                        "a #b",
                        "😀",
                        "|"),
                Arbitraries.of("log ").map(word -> word.repeat(50)),
                Arbitraries.strings().withChars("xy \t:#'\"").ofMaxLength(9));
        return line.list().ofMinSize(2).ofMaxSize(6).map(lines -> String.join("\n", lines));
    }
}
