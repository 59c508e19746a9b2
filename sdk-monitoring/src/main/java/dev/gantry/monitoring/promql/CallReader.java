package dev.gantry.monitoring.promql;

import java.util.ArrayList;
import java.util.List;

/** Reads the arguments of functions, and compares them with what the functions take. */
final class CallReader {

    /** Reads an expression. */
    @FunctionalInterface
    interface Argument {
        /** What the expression yields. */
        ValueType read() throws SyntaxMistake;
    }

    private final TokenReader tokens;
    private final SelectorReader selectors;
    private final Argument argument;

    CallReader(TokenReader tokens, SelectorReader selectors, Argument argument) {
        this.tokens = tokens;
        this.selectors = selectors;
        this.argument = argument;
    }

    /** Reads a call, and answers what the function yields. */
    ValueType read(Token name) throws SyntaxMistake {
        FunctionTable.Signature signature = FunctionTable.of(name.text());
        if (signature == null) {
            String like = FunctionTable.like(name.text());
            throw new SyntaxMistake(
                    name.position(),
                    "There is no function " + name.text() + ".",
                    like == null
                            ? "See https://prometheus.io/docs/prometheus/latest/querying/functions/."
                            : "Did you mean " + like + "?");
        }
        int windows = selectors.ranges().size();
        List<ValueType> arguments = arguments(name, name.text().equals("info"));
        selectors.calls(name.text(), windows);
        int given = arguments.size();
        if (given < signature.least() || given > signature.most()) {
            throw new SyntaxMistake(
                    name.position(),
                    name.text() + " takes " + shown(signature) + ", but has " + given + ".",
                    "It takes " + takes(signature) + ".");
        }
        for (int i = 0; i < given; i++) {
            if (arguments.get(i) != signature.parameter(i)) {
                throw wrongType(name, name.text(), signature.parameter(i), arguments.get(i));
            }
        }
        return signature.result();
    }

    /** Reads arguments in parentheses; the second one of {@code info} may select every series. */
    List<ValueType> arguments(Token name, boolean info) throws SyntaxMistake {
        List<ValueType> arguments = new ArrayList<>();
        Token opened = tokens.take();
        if (!opened.isSymbol("(")) {
            throw new SyntaxMistake(
                    name.position(),
                    "There is " + opened + " where the arguments of " + name.text() + " belong.",
                    "Write them in parentheses.");
        }
        if (tokens.takes(")")) {
            return arguments;
        }
        do {
            Token next = tokens.peek();
            if (next.isSymbol(")")) {
                throw new SyntaxMistake(next.position(), "There is nothing after the last comma.", "Remove the comma.");
            }
            if (info && arguments.size() == 1 && tokens.takes("{")) {
                selectors.matchers(next, false, true);
                arguments.add(ValueType.VECTOR);
            } else {
                arguments.add(argument.read());
            }
        } while (tokens.takes(","));
        tokens.expect(")", opened);
        return arguments;
    }

    /** That an argument is something else than the function takes. */
    static SyntaxMistake wrongType(Token name, String function, ValueType wanted, ValueType given) {
        String hint = wanted == ValueType.RANGE && given == ValueType.VECTOR
                ? "Give it a window, such as " + function + "(metric[5m])."
                : wanted == ValueType.VECTOR && given == ValueType.RANGE
                        ? "Leave the window out, or put it into a function such as rate(...)."
                        : "Give it " + wanted + ".";
        return new SyntaxMistake(
                name.position(), function + " takes " + wanted + ", but is given " + given + ".", hint);
    }

    private static String shown(FunctionTable.Signature signature) {
        int least = signature.least();
        int most = signature.most();
        String number = least == most
                ? Integer.toString(least)
                : most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
        return number + (most == 1 ? " argument" : " arguments");
    }

    private static String takes(FunctionTable.Signature signature) {
        if (signature.parameters().isEmpty()) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder();
        for (ValueType parameter : signature.parameters()) {
            text.append(text.isEmpty() ? "" : ", ").append(parameter);
        }
        return text.toString();
    }
}
