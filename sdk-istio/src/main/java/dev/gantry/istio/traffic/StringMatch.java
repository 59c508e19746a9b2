package dev.gantry.istio.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

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
        return of("regex", expression);
    }

    private static StringMatch of(String field, String text) {
        return new StringMatch(match -> match.set(field, text, Syntax.NOT_EMPTY));
    }
}
