package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a text has to be; case matters.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/virtual-service/#StringMatch">StringMatch</a>
 */
@CheckReturnValue
public final class StringMatch extends Block {

    private StringMatch(Consumer<Fields> writer) {
        super(writer);
    }

    /** Just this text: {@code exact}. */
    public static StringMatch exact(String text) {
        return of("exact", text);
    }

    /** Any text that begins so: {@code prefix}. A path {@code /a} begins {@code /ab} too. */
    public static StringMatch prefix(String text) {
        return of("prefix", text);
    }

    /**
     * A text that an expression matches as a whole: {@code regex}.
     *
     * @param expression of the syntax RE2
     * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2</a>
     */
    public static StringMatch regex(String expression) {
        return new StringMatch(match -> {
            match.set("regex", expression, Syntax.NOT_EMPTY);
            String problem = expression == null ? null : problem(expression);
            if (problem != null) {
                match.flaw(
                        "regex",
                        ValueRule.TEXT,
                        "\"" + expression + "\" is not a regular expression: " + problem + ".",
                        "Close what is open, or write \\\\ before a character that stands for itself.");
            }
        });
    }

    /**
     * What both RE2 and Java reject. RE2 reads a bracket within brackets, and braces, as they are, so what Java says of those
     * does not count.
     */
    private static @Nullable String problem(String expression) {
        try {
            Pattern.compile(expression);
            return null;
        } catch (PatternSyntaxException e) {
            String said = e.getDescription();
            boolean plain = expression.indexOf('[') < 0 && !expression.contains("\\Q");
            boolean known = said.startsWith("Unclosed group")
                    || said.startsWith("Unmatched closing")
                    || said.startsWith("Dangling meta character '*'")
                    || said.startsWith("Dangling meta character '+'")
                    || said.startsWith("Dangling meta character '?'");
            return plain && known ? said : null;
        }
    }

    private static StringMatch of(String field, String text) {
        return new StringMatch(match -> match.set(field, text, Syntax.NOT_EMPTY));
    }
}
