package dev.gantry.monitoring.promql;

import dev.gantry.extension.Re2;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what selects series: braces with matchers, windows, and how long ago. */
final class SelectorReader {

    private static final Set<String> MATCHING = Set.of("=", "!=", "=~", "!~");
    private static final Set<String> DURATION_FUNCTIONS = Set.of("step", "range", "min_of", "max_of");
    private static final Pattern NOTHING = Pattern.compile("0+[a-z]*|0*\\.0+|0[xX]0+");

    private final TokenReader tokens;
    private final List<LabelCondition> conditions = new ArrayList<>();
    private final List<RangeSelector> ranges = new ArrayList<>(1);
    private int first;

    SelectorReader(TokenReader tokens) {
        this.tokens = tokens;
    }

    /** All matchers that were read so far. */
    List<LabelCondition> conditions() {
        return conditions;
    }

    /** All selectors with a window that were read so far. */
    List<RangeSelector> ranges() {
        return ranges;
    }

    /** Remembers which function was given the windows that were read since there were that many. */
    void calls(String function, int since) {
        ranges.subList(since, ranges.size()).replaceAll(range -> range.in(function));
    }

    /** Remembers that a selector begins here. */
    void begin() {
        first = conditions.size();
    }

    /**
     * Reads the matchers after a brace.
     *
     * @param named whether the name of a metric stands before it
     */
    void matchers(Token brace, boolean named, boolean any) throws SyntaxMistake {
        begin();
        boolean nameSeen = named;
        boolean narrow = named || any;
        while (!tokens.peek().isSymbol("}")) {
            Token label = tokens.take();
            if (label.kind() != Token.Kind.NAME && label.kind() != Token.Kind.STRING) {
                throw label.kind() == Token.Kind.END
                        ? notClosed(brace)
                        : new SyntaxMistake(
                                label.position(),
                                "There is " + label + " where the name of a label belongs.",
                                "Write matchers as label=\"value\", with commas between them.");
            }
            if (label.kind() == Token.Kind.STRING
                    && !MATCHING.contains(tokens.peek().text())) {
                nameSeen = nameOnce(label, nameSeen);
                narrow = true;
            } else {
                LabelCondition condition = condition(label);
                if (label.text().equals("__name__")) {
                    nameOnce(label, named);
                }
                narrow = narrow || !matchesNothing(condition);
                conditions.add(condition);
            }
            if (!tokens.takes(",") && !tokens.peek().isSymbol("}")) {
                Token token = tokens.peek();
                throw token.kind() == Token.Kind.END
                        ? notClosed(brace)
                        : new SyntaxMistake(
                                token.position(),
                                "There is " + token + " after a matcher.",
                                "Separate matchers with commas, and close them with '}'.");
            }
        }
        tokens.take();
        if (!narrow) {
            throw new SyntaxMistake(
                    brace.position(),
                    "The selector takes every series, which Prometheus refuses.",
                    "Name the metric, or a label that must not be empty.");
        }
    }

    private static boolean nameOnce(Token name, boolean seen) throws SyntaxMistake {
        if (seen) {
            throw new SyntaxMistake(
                    name.position(), "The name of the metric is given twice.", "Leave one of them out.");
        }
        return true;
    }

    /** Whether series without the label match too, as far as that is plain. */
    private static boolean matchesNothing(LabelCondition condition) {
        return switch (condition.operator()) {
            case "=" -> condition.value().isEmpty();
            case "!=" -> !condition.value().isEmpty();
            case "=~" -> condition.value().isEmpty() || condition.value().equals(".*");
            default ->
                !condition.value().isEmpty()
                        && !condition.value().equals(".*")
                        && !condition.value().endsWith("*")
                        && !condition.value().endsWith("?")
                        && !condition.value().contains("|")
                        && !condition.value().contains("{");
        };
    }

    private LabelCondition condition(Token label) throws SyntaxMistake {
        Token operator = tokens.take();
        if (!MATCHING.contains(operator.text()) || operator.kind() != Token.Kind.SYMBOL) {
            throw new SyntaxMistake(
                    operator.position(),
                    "There is " + operator + " after the label " + label.text() + ".",
                    "Compare the label with =, !=, =~ or !~.");
        }
        Token value = tokens.take();
        if (value.kind() != Token.Kind.STRING) {
            throw new SyntaxMistake(
                    value.position(),
                    "The label " + label.text() + " is compared with " + value + ", which is no string.",
                    "Put the value in quotes.");
        }
        String problem = operator.text().endsWith("~") ? Re2.problem(value.text()) : null;
        if (problem != null) {
            throw new SyntaxMistake(
                    value.position(),
                    "The regular expression \"" + value.text() + "\" of the label " + label.text() + " " + problem
                            + ".",
                    "Write it in the syntax of RE2, such as \"web.*\"; it has to match the whole value.");
        }
        return new LabelCondition(label.text(), operator.text(), value.text());
    }

    private static SyntaxMistake notClosed(Token brace) {
        return new SyntaxMistake(brace.position(), "\"{\" is not closed.", "Close it with '}'.");
    }

    /** Reads a window, and answers whether it is one of a subquery. */
    boolean window() throws SyntaxMistake {
        Token bracket = tokens.take();
        String window = tokens.second().isSymbol("]") ? tokens.peek().text() : "";
        duration(bracket, "a window");
        boolean subquery = tokens.takes(":");
        if (subquery && !tokens.peek().isSymbol("]")) {
            duration(bracket, "a step");
        }
        tokens.expect("]", bracket);
        if (!window.isEmpty()) {
            ranges.add(new RangeSelector("", List.copyOf(conditions.subList(first, conditions.size())), window));
        }
        return subquery;
    }

    /** Reads a duration, or arithmetic with durations, which newer versions know. */
    private void duration(Token bracket, String what) throws SyntaxMistake {
        Token first = tokens.peek();
        if (first.isSymbol("]") || first.isSymbol(":") || first.kind() == Token.Kind.END) {
            throw new SyntaxMistake(
                    bracket.position(), "There is no duration where " + what + " belongs.", "Write such as [5m].");
        }
        int length = 0;
        int depth = 0;
        while (depth > 0 || !(tokens.peek().isSymbol("]") || tokens.peek().isSymbol(":"))) {
            Token token = tokens.take();
            length++;
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (!isOfDurations(token)) {
                throw token.kind() == Token.Kind.END
                        ? new SyntaxMistake(bracket.position(), "\"[\" is not closed.", "Close it with ']'.")
                        : new SyntaxMistake(
                                token.position(),
                                "There is " + token + " where " + what + " belongs.",
                                "Write a duration such as 5m or 1h30m.");
            }
        }
        if (length == 1 && NOTHING.matcher(first.text()).matches()) {
            throw new SyntaxMistake(
                    first.position(), "A duration of 0 is no " + what.substring(2) + ".", "Give a longer one.");
        }
    }

    private static boolean isOfDurations(Token token) {
        return switch (token.kind()) {
            case NUMBER, DURATION -> true;
            case NAME -> DURATION_FUNCTIONS.contains(token.lower());
            case SYMBOL -> "+-*/%^(),".contains(token.text());
            default -> false;
        };
    }

    /** Reads what follows {@code offset}. */
    void offset() throws SyntaxMistake {
        Token word = tokens.take();
        while (tokens.takes("-") || tokens.takes("+")) {
            // any number of signs
        }
        Token token = tokens.take();
        boolean function = token.kind() == Token.Kind.NAME && DURATION_FUNCTIONS.contains(token.lower());
        if (token.isSymbol("(") || (function && tokens.takes("("))) {
            int depth = 1;
            while (depth > 0) {
                Token inside = tokens.take();
                if (!isOfDurations(inside)) {
                    throw noDuration(word, inside);
                }
                depth += inside.isSymbol("(") ? 1 : inside.isSymbol(")") ? -1 : 0;
            }
        } else if (token.kind() != Token.Kind.DURATION && token.kind() != Token.Kind.NUMBER) {
            throw noDuration(word, token);
        }
    }

    private static SyntaxMistake noDuration(Token word, Token token) {
        return new SyntaxMistake(
                token.kind() == Token.Kind.END ? word.position() : token.position(),
                "There is " + token + " where a duration belongs after offset.",
                "Write such as offset 5m.");
    }

    /** Reads what follows {@code @}. */
    void time() throws SyntaxMistake {
        Token sign = tokens.take();
        if (!tokens.takes("-")) {
            tokens.takes("+");
        }
        Token token = tokens.take();
        if (token.isWord("start") || token.isWord("end")) {
            if (tokens.takes("(") && tokens.takes(")")) {
                return;
            }
        } else if (token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.DURATION
                || token.isWord("inf")
                || token.isWord("nan")) {
            return;
        }
        throw new SyntaxMistake(
                sign.position(),
                "There is " + token + " where a time belongs after @.",
                "Write the seconds since 1970, start() or end().");
    }
}
