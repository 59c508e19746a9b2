package dev.gantry.monitoring.promql;

/** Reads what stands between an operator and its right side, and what an aggregation groups by. */
final class ModifierReader {

    private final TokenReader tokens;
    private final Token operator;

    ModifierReader(TokenReader tokens, Token operator) {
        this.tokens = tokens;
        this.operator = operator;
    }

    /**
     * Reads the modifiers of an operator, and answers whether it is to yield 0 or 1.
     *
     * @param comparison whether the operator compares
     * @param set whether it is {@code and}, {@code or} or {@code unless}
     */
    boolean read(boolean comparison, boolean set) throws SyntaxMistake {
        Token bool = tokens.peek();
        boolean yes = tokens.takesWord("bool");
        if (yes && !comparison) {
            throw new SyntaxMistake(
                    bool.position(), "bool stands after " + operator.text() + ".", "Only comparisons take it.");
        }
        boolean matching = tokens.peek().isWord("on") || tokens.peek().isWord("ignoring");
        if (matching) {
            Token word = tokens.take();
            labels(word);
        }
        Token group = tokens.peek();
        if (group.isWord("group_left") || group.isWord("group_right")) {
            if (!matching || set) {
                throw new SyntaxMistake(
                        group.position(),
                        set
                                ? "The operator " + operator.text() + " takes no " + group.lower() + "."
                                : group.lower() + " stands without on(...) or ignoring(...).",
                        set ? "Leave it out." : "Say first by which labels both sides are matched.");
            }
            tokens.take();
            if (tokens.peek().isSymbol("(")) {
                labels(group);
            }
        }
        while (isFill(tokens.peek()) && tokens.second().isSymbol("(")) {
            tokens.take();
            Token opened = tokens.take();
            if (!tokens.takes("-")) {
                tokens.takes("+");
            }
            tokens.take();
            tokens.expect(")", opened);
        }
        return yes;
    }

    private static boolean isFill(Token token) {
        return token.isWord("fill") || token.isWord("fill_left") || token.isWord("fill_right");
    }

    /** Reads {@code by (...)} or {@code without (...)}, and answers whether there was one. */
    boolean grouping() throws SyntaxMistake {
        Token word = tokens.peek();
        if (!tokens.takesWord("by") && !tokens.takesWord("without")) {
            return false;
        }
        labels(word);
        return true;
    }

    private void labels(Token word) throws SyntaxMistake {
        Token opened = tokens.peek();
        if (!tokens.takes("(")) {
            throw new SyntaxMistake(
                    opened.position(),
                    "There is " + opened + " after " + word.lower() + ".",
                    "Put the labels into parentheses: " + word.lower() + " (pod, namespace).");
        }
        while (!tokens.peek().isSymbol(")")) {
            Token label = tokens.take();
            if (label.kind() == Token.Kind.END) {
                throw new SyntaxMistake(opened.position(), "\"(\" is not closed.", "Close it with ')'.");
            }
            if (label.kind() != Token.Kind.NAME && label.kind() != Token.Kind.STRING) {
                throw new SyntaxMistake(
                        label.position(),
                        "There is " + label + " where the name of a label belongs.",
                        "Name labels only, with commas between them.");
            }
            if (!tokens.takes(",") && !tokens.peek().isSymbol(")")) {
                Token token = tokens.peek();
                throw new SyntaxMistake(
                        token.position(),
                        "There is " + token + " after the label " + label.text() + ".",
                        "Separate labels with commas, and close them with ')'.");
            }
        }
        tokens.take();
    }
}
