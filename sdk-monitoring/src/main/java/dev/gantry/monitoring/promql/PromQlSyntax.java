package dev.gantry.monitoring.promql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is an expression, as far as words, brackets, functions and their arguments tell. It accepts what any
 * version of Prometheus does, the experimental parts too, so it says no only to what none of them takes.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Querying Prometheus</a>
 */
public final class PromQlSyntax {

    /** By how tightly operators bind. */
    private static final Map<String, Integer> OPERATORS = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("and", 2),
            Map.entry("unless", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 3),
            Map.entry(">", 3),
            Map.entry("<=", 3),
            Map.entry(">=", 3),
            Map.entry("</", 3),
            Map.entry(">/", 3),
            Map.entry("+", 4),
            Map.entry("-", 4),
            Map.entry("*", 5),
            Map.entry("/", 5),
            Map.entry("%", 5),
            Map.entry("atan2", 5),
            Map.entry("^", 6));

    private static final int COMPARISON = 3;
    private static final int PRODUCT = 5;

    /** Deeper than anybody writes by hand, and far less than what overflows a stack. */
    private static final int DEEPEST = 200;

    private static final Set<String> AGGREGATIONS = Set.of(
            "sum",
            "avg",
            "count",
            "min",
            "max",
            "group",
            "stddev",
            "stdvar",
            "topk",
            "bottomk",
            "count_values",
            "quantile",
            "limitk",
            "limit_ratio");

    private static final Set<String> WITH_PARAMETER =
            Set.of("topk", "bottomk", "count_values", "quantile", "limitk", "limit_ratio");

    private static final Set<String> NEVER_METRICS =
            Set.of("bool", "on", "ignoring", "group_left", "group_right", "atan2");

    private final TokenReader tokens;
    private final SelectorReader selectors;
    private int depth;

    /** What was read last, for those who may only follow certain things. */
    private enum Form {
        SELECTOR,
        WINDOW,
        OTHER
    }

    private record Part(ValueType type, Form form, boolean shifted) {

        static Part of(ValueType type) {
            return new Part(type, Form.OTHER, false);
        }
    }

    private PromQlSyntax(List<Token> words) {
        this.tokens = new TokenReader(words);
        this.selectors = new SelectorReader(tokens);
    }

    /**
     * What is wrong with an expression.
     *
     * @param position of the character where it was noticed, from 0 on
     * @param message what is wrong
     * @param hint what to do
     */
    public record Mistake(int position, String message, String hint) {}

    /** The first thing that is wrong with an expression; empty for a good one. */
    public static Optional<Mistake> problem(String expression) {
        try {
            read(expression);
            return Optional.empty();
        } catch (SyntaxMistake e) {
            return Optional.of(new Mistake(e.position(), e.message(), e.hint()));
        }
    }

    /** The label matchers of an expression; empty if it is none. */
    public static List<LabelCondition> conditions(String expression) {
        try {
            return read(expression).selectors.conditions();
        } catch (SyntaxMistake e) {
            return List.of();
        }
    }

    /** The selectors of an expression that have a window, but those of subqueries; empty if it is none. */
    public static List<RangeSelector> ranges(String expression) {
        try {
            return read(expression).selectors.ranges();
        } catch (SyntaxMistake e) {
            return List.of();
        }
    }

    private static PromQlSyntax read(String expression) throws SyntaxMistake {
        PromQlSyntax syntax = new PromQlSyntax(Lexer.read(expression));
        Token first = syntax.tokens.peek();
        if (first.kind() == Token.Kind.END) {
            throw new SyntaxMistake(0, "The expression is empty.", "Write what is to be computed.");
        }
        ValueType type = syntax.expression(0).type();
        Token rest = syntax.tokens.peek();
        if (rest.kind() != Token.Kind.END) {
            throw rest.isSymbol(")") || rest.isSymbol("}") || rest.isSymbol("]")
                    ? new SyntaxMistake(
                            rest.position(), rest + " closes what was never opened.", "Remove it, or open it before.")
                    : new SyntaxMistake(
                            rest.position(), "There is " + rest + " after the end of an expression.", afterEnd(rest));
        }
        if (type == ValueType.RANGE || type == ValueType.STRING) {
            throw new SyntaxMistake(
                    0,
                    "The expression yields " + type + ", of which a rule can make nothing.",
                    type == ValueType.RANGE
                            ? "Put it into a function such as rate(...), or leave the window out."
                            : "Write an expression that yields numbers.");
        }
        return syntax;
    }

    /** What people mean who come from other languages. */
    private static String afterEnd(Token rest) {
        return switch (rest.lower()) {
            case "=" -> "Equality is written ==, and at least >=.";
            case "for" -> "How long an alert has to hold is no part of it: call holdsFor(...).";
            case "by", "without" -> "Only aggregations such as sum group by labels: sum by (label) (...).";
            default -> "Put an operator between the two, or remove it.";
        };
    }

    private Part nested() throws SyntaxMistake {
        if (depth == DEEPEST) {
            throw new SyntaxMistake(
                    tokens.peek().position(),
                    "The expression is nested too deeply: more than " + DEEPEST + " levels.",
                    "Compute parts of it in recording rules.");
        }
        depth++;
        Part part = expression(0);
        depth--;
        return part;
    }

    private Part expression(int least) throws SyntaxMistake {
        Part left = unary(least);
        while (true) {
            Token operator = tokens.peek();
            Integer level = level(operator);
            if (level == null || level < least) {
                return left;
            }
            tokens.take();
            boolean bool = new ModifierReader(tokens, operator).read(level == COMPARISON, level < COMPARISON);
            // Powers are read from the left too: that yields the same type, and long chains of them do not nest.
            Part right = expression(level + 1);
            left = Part.of(binary(operator, level, bool, left.type(), right.type()));
        }
    }

    private static @Nullable Integer level(Token token) {
        return switch (token.kind()) {
            case SYMBOL -> OPERATORS.get(token.text());
            case NAME -> OPERATORS.get(token.lower());
            default -> null;
        };
    }

    private static ValueType binary(Token operator, int level, boolean bool, ValueType left, ValueType right)
            throws SyntaxMistake {
        for (ValueType type : List.of(left, right)) {
            if (type == ValueType.RANGE || type == ValueType.STRING) {
                throw new SyntaxMistake(
                        operator.position(),
                        "The operator " + operator.text() + " is given " + type + ".",
                        type == ValueType.RANGE
                                ? "Put the window into a function such as rate(...)."
                                : "Only numbers can be computed with.");
            }
        }
        boolean scalars = left == ValueType.SCALAR && right == ValueType.SCALAR;
        if (level < COMPARISON && (left == ValueType.SCALAR || right == ValueType.SCALAR)) {
            throw new SyntaxMistake(
                    operator.position(),
                    "The operator " + operator.text() + " is given a scalar.",
                    "Make it a vector with vector(...), or compare it first.");
        }
        if (scalars && level == COMPARISON && !bool) {
            throw new SyntaxMistake(
                    operator.position(),
                    "Two scalars are compared with " + operator.text() + ", which yields no series.",
                    "Write " + operator.text() + " bool, or compare a vector.");
        }
        return scalars ? ValueType.SCALAR : ValueType.VECTOR;
    }

    private Part unary(int least) throws SyntaxMistake {
        Token token = tokens.peek();
        if (!token.isSymbol("+") && !token.isSymbol("-")) {
            return postfix(primary());
        }
        while (tokens.takes("+") || tokens.takes("-")) {
            // any number of signs
        }
        Part operand = expression(Math.max(PRODUCT + 1, least));
        if (operand.type() == ValueType.RANGE || operand.type() == ValueType.STRING) {
            throw new SyntaxMistake(
                    token.position(), "The sign stands before " + operand.type() + ".", "Put it before a number.");
        }
        return Part.of(operand.type());
    }

    private Part postfix(Part operand) throws SyntaxMistake {
        Part part = operand;
        while (true) {
            Token token = tokens.peek();
            if (token.isSymbol("[")) {
                part = window(part, token);
            } else if (token.isWord("offset") || token.isSymbol("@")) {
                if (part.form() == Form.OTHER) {
                    throw new SyntaxMistake(
                            token.position(),
                            token.text() + " stands after something else than a selector.",
                            "Put it directly after the selector, or after its window.");
                }
                boolean at = token.isSymbol("@");
                if (at) {
                    selectors.time();
                } else {
                    selectors.offset();
                }
                part = new Part(part.type(), part.form(), part.shifted() || !at);
            } else if ((token.isWord("anchored") || token.isWord("smoothed")) && part.form() != Form.OTHER) {
                tokens.take();
            } else {
                return part;
            }
        }
    }

    private Part window(Part part, Token bracket) throws SyntaxMistake {
        boolean subquery = selectors.window();
        if (part.type() != ValueType.VECTOR) {
            throw new SyntaxMistake(
                    bracket.position(),
                    "The window stands after " + part.type() + ".",
                    "Put it after the selector of a metric.");
        }
        if (!subquery && part.form() != Form.SELECTOR) {
            throw new SyntaxMistake(
                    bracket.position(),
                    "The window stands after something else than a selector.",
                    "Put it after the selector, or write a subquery such as [5m:1m].");
        }
        if (!subquery && part.shifted()) {
            throw new SyntaxMistake(bracket.position(), "The window stands after offset.", "Put it before.");
        }
        return new Part(ValueType.RANGE, Form.WINDOW, false);
    }

    private Part primary() throws SyntaxMistake {
        Token token = tokens.take();
        return switch (token.kind()) {
            case NUMBER, DURATION -> Part.of(ValueType.SCALAR);
            case STRING -> Part.of(ValueType.STRING);
            case NAME -> name(token);
            case END ->
                throw new SyntaxMistake(
                        token.position(),
                        "The expression ends where more is needed.",
                        "Write what comes after the operator.");
            case SYMBOL -> {
                if (token.isSymbol("(")) {
                    Part inner = nested();
                    tokens.expect(")", token);
                    yield Part.of(inner.type());
                }
                if (token.isSymbol("{")) {
                    selectors.matchers(token, false, false);
                    yield new Part(ValueType.VECTOR, Form.SELECTOR, false);
                }
                throw new SyntaxMistake(
                        token.position(),
                        "There is " + token + " where an expression belongs.",
                        token.isSymbol("=")
                                ? "Equality is written ==."
                                : token.isSymbol(">")
                                        ? "Inequality is written !=, and at least >=."
                                        : "Write a metric, a number or a function there.");
            }
        };
    }

    private Part name(Token name) throws SyntaxMistake {
        String word = name.lower();
        boolean grouping = tokens.peek().isWord("by") || tokens.peek().isWord("without");
        boolean call = tokens.peek().isSymbol("(");
        if (AGGREGATIONS.contains(word) && (call || grouping)) {
            aggregation(name, word);
            return Part.of(ValueType.VECTOR);
        }
        if (word.equals("inf") || word.equals("nan")) {
            return Part.of(ValueType.SCALAR);
        }
        if (call) {
            return Part.of(new CallReader(tokens, selectors, this::argument).read(name));
        }
        if (NEVER_METRICS.contains(word)) {
            throw new SyntaxMistake(
                    name.position(),
                    "There is " + name + " where an expression belongs.",
                    "Write it after an operator, or name the metric {__name__=\"" + word + "\"}.");
        }
        Token next = tokens.peek();
        selectors.begin();
        if (next.isSymbol("{")) {
            tokens.take();
            selectors.matchers(next, true, false);
        }
        return new Part(ValueType.VECTOR, Form.SELECTOR, false);
    }

    private ValueType argument() throws SyntaxMistake {
        return nested().type();
    }

    private void aggregation(Token name, String word) throws SyntaxMistake {
        ModifierReader modifiers = new ModifierReader(tokens, name);
        boolean before = modifiers.grouping();
        List<ValueType> arguments = new CallReader(tokens, selectors, this::argument).arguments(name, false);
        if (!before) {
            modifiers.grouping();
        }
        int wanted = WITH_PARAMETER.contains(word) ? 2 : 1;
        if (arguments.size() != wanted) {
            throw new SyntaxMistake(
                    name.position(),
                    name.text() + " takes " + (wanted == 1 ? "one argument" : "two arguments") + ", but has "
                            + arguments.size() + ".",
                    wanted == 1
                            ? "Write " + word + "(expression); labels go into by (...) or without (...)."
                            : "Write " + word + "(parameter, expression).");
        }
        ValueType last = arguments.get(wanted - 1);
        if (last != ValueType.VECTOR) {
            throw CallReader.wrongType(name, name.text().toLowerCase(Locale.ROOT), ValueType.VECTOR, last);
        }
        ValueType parameter = word.equals("count_values") ? ValueType.STRING : ValueType.SCALAR;
        if (wanted == 2 && arguments.get(0) != parameter) {
            throw CallReader.wrongType(name, word, parameter, arguments.get(0));
        }
    }
}
