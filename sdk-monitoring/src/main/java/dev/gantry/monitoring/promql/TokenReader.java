package dev.gantry.monitoring.promql;

import java.util.List;

/** The words of an expression, one after the other. */
final class TokenReader {

    private final List<Token> tokens;
    private int at;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The word that comes next. */
    Token peek() {
        return tokens.get(at);
    }

    /** The word after the one that comes next. */
    Token second() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = tokens.get(at);
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    /** Takes a symbol, if it comes next. */
    boolean takes(String symbol) {
        boolean is = peek().isSymbol(symbol);
        if (is) {
            take();
        }
        return is;
    }

    /** Takes a keyword, if it comes next. */
    boolean takesWord(String word) {
        boolean is = peek().isWord(word);
        if (is) {
            take();
        }
        return is;
    }

    /** Takes a symbol, which must come next. */
    void expect(String symbol, Token opened) throws SyntaxMistake {
        if (!takes(symbol)) {
            Token token = peek();
            throw new SyntaxMistake(
                    token.kind() == Token.Kind.END ? opened.position() : token.position(),
                    token.kind() == Token.Kind.END
                            ? opened + " is not closed."
                            : "There is " + token + " where '" + symbol + "' belongs.",
                    token.kind() == Token.Kind.END
                            ? "Close it with '" + symbol + "'."
                            : "Close " + opened + " with '" + symbol + "', or put an operator or a comma there.");
        }
    }
}
