package dev.gantry.monitoring.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides an expression into words, as Prometheus' own lexer does.
 *
 * @see <a href="https://github.com/prometheus/prometheus/blob/main/promql/parser/lex.go">lex.go</a>
 */
final class Lexer {

    private static final List<String> SYMBOLS = List.of(
            "==", "!=", "<=", ">=", "=~", "!~", "</", ">/", "<", ">", "=", "+", "-", "*", "/", "%", "^", "(", ")", "{",
            "}", "[", "]", ",", ":", "@");

    private static final Pattern NUMBER = Pattern.compile(
            "0[xX]_?[0-9a-fA-F]+(_[0-9a-fA-F]+)*|([0-9]+(_[0-9]+)*\\.?([0-9]+(_[0-9]+)*)?|\\.[0-9]+(_[0-9]+)*)([eE][+-]?[0-9]+(_[0-9]+)*)?");

    private static final Pattern DURATION =
            Pattern.compile("([0-9]+y)?([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m(?!s))?([0-9]+s)?([0-9]+ms)?");

    private static final String DURATION_HINT =
            "Write such as 5m, 1h30m or 500ms: each of y, w, d, h, m, s and ms at most once, in this order.";

    private final String input;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean braces;
    private boolean brackets;

    private Lexer(String input) {
        this.input = input;
    }

    static List<Token> read(String input) throws SyntaxMistake {
        Lexer lexer = new Lexer(input);
        while (lexer.at < input.length()) {
            lexer.next();
        }
        lexer.add(Token.Kind.END, "", input.length());
        return lexer.tokens;
    }

    private void next() throws SyntaxMistake {
        char c = input.charAt(at);
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            at++;
        } else if (c == '#') {
            comment();
        } else if (c == '"' || c == '\'' || c == '`') {
            string(c);
        } else if (PromQlNames.isDigit(c) || (c == '.' && at + 1 < input.length() && isDigitAt(at + 1))) {
            number();
        } else if (PromQlNames.isLetter(c) || (c == ':' && !brackets && !braces)) {
            name();
        } else {
            symbol();
        }
    }

    private void comment() {
        while (at < input.length() && input.charAt(at) != '\n' && input.charAt(at) != '\r') {
            at++;
        }
    }

    private void name() {
        int start = at;
        while (at < input.length() && isNamePart(input.charAt(at))) {
            at++;
        }
        add(Token.Kind.NAME, input.substring(start, at), start);
    }

    private boolean isNamePart(char c) {
        return PromQlNames.isLetter(c) || PromQlNames.isDigit(c) || (c == ':' && !brackets && !braces);
    }

    private void number() throws SyntaxMistake {
        int start = at;
        Matcher duration = DURATION.matcher(input).region(start, input.length());
        if (duration.lookingAt() && duration.end() > start && !isWordAt(duration.end())) {
            at = duration.end();
            add(Token.Kind.DURATION, input.substring(start, at), start);
            return;
        }
        Matcher number = NUMBER.matcher(input).region(start, input.length());
        if (number.lookingAt() && !isWordAt(number.end()) && !isAt(number.end(), '.')) {
            at = number.end();
            add(Token.Kind.NUMBER, input.substring(start, at), start);
            return;
        }
        while (isWordAt(at) || isAt(at, '.')) {
            at++;
        }
        throw new SyntaxMistake(
                start, "\"" + input.substring(start, at) + "\" is neither a number nor a duration.", DURATION_HINT);
    }

    private void symbol() throws SyntaxMistake {
        for (String symbol : SYMBOLS) {
            if (input.startsWith(symbol, at)) {
                check(symbol);
                add(Token.Kind.SYMBOL, symbol, at);
                at += symbol.length();
                return;
            }
        }
        int codePoint = input.codePointAt(at);
        throw new SyntaxMistake(
                at,
                "The character '" + Character.toString(codePoint) + "' means nothing in PromQL.",
                codePoint == '$'
                        ? "Variables such as $interval are Grafana's; write the value itself, or a hole %s for it."
                        : codePoint == '&' || codePoint == '|'
                                ? "The operators are and, or and unless."
                                : "Remove it, or put it into a string.");
    }

    /** Selectors and windows do not nest, so that one that is not closed is noticed where the next one opens. */
    private void check(String symbol) throws SyntaxMistake {
        switch (symbol) {
            case "{" -> {
                if (braces) {
                    throw new SyntaxMistake(at, "A '{' is opened within another.", "Close the first one with '}'.");
                }
                braces = true;
            }
            case "}" -> braces = false;
            case "[" -> {
                if (brackets) {
                    throw new SyntaxMistake(at, "A '[' is opened within another.", "Close the first one with ']'.");
                }
                brackets = true;
            }
            case "]" -> brackets = false;
            default -> {}
        }
    }

    private void string(char quote) throws SyntaxMistake {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < input.length() && input.charAt(at) != quote) {
            char c = input.charAt(at);
            if (c == '\n' && quote != '`') {
                break;
            }
            if (c == '\\' && quote != '`') {
                at = Escapes.read(input, at, quote, value);
            } else {
                value.append(c);
                at++;
            }
        }
        if (at >= input.length() || input.charAt(at) != quote) {
            throw new SyntaxMistake(
                    start,
                    "The string that begins with " + quote + " is not closed.",
                    "Close it with " + quote + " on the same line.");
        }
        at++;
        add(Token.Kind.STRING, value.toString(), start);
    }

    private boolean isWordAt(int index) {
        return index < input.length()
                && (PromQlNames.isLetter(input.charAt(index)) || PromQlNames.isDigit(input.charAt(index)));
    }

    private boolean isDigitAt(int index) {
        return PromQlNames.isDigit(input.charAt(index));
    }

    private boolean isAt(int index, char c) {
        return index < input.length() && input.charAt(index) == c;
    }

    private void add(Token.Kind kind, String text, int position) {
        tokens.add(new Token(kind, text, position));
    }
}
