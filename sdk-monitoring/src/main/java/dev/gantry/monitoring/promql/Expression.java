package dev.gantry.monitoring.promql;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.Text;
import dev.gantry.extension.Context;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Flaw;
import dev.gantry.extension.Late;
import dev.gantry.extension.Resource;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression of Prometheus' query language. It is a value: every method answers a new one. Begin with {@link PromQl}.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/">Querying Prometheus</a>
 */
@CheckReturnValue
public abstract sealed class Expression implements Late permits VectorSelector, Term {

    /** What needs no parentheses anywhere. */
    static final int ATOM = 9;

    private static final int PRODUCT = 5;
    private static final int SUM = 4;
    private static final int COMPARISON = 3;
    private static final int INTERSECTION = 2;
    private static final int UNION = 1;

    private final Text text;
    private final List<Flaw> flaws;
    private final int level;

    /**
     * An expression.
     *
     * @param level how tightly its outermost operator binds; 0 if that is not known
     */
    Expression(Text text, List<Flaw> flaws, int level) {
        this.text = text;
        this.flaws = List.copyOf(flaws);
        this.level = level;
    }

    /** The expression as it stands in a rule. */
    public final Text text() {
        return text;
    }

    /** What is wrong with it, beside what its text says of itself. */
    final List<Flaw> own() {
        return flaws;
    }

    @Override
    public final JsonNode resolve(Context context) {
        return text.resolve(context);
    }

    @Override
    public final List<Flaw> flaws() {
        List<Flaw> all = new ArrayList<>(text.flaws());
        all.addAll(flaws);
        return all;
    }

    /** Writes the expression to a field, which mentions the resources that the expression depends on. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    public static void write(Fields object, String field, Expression expression) {
        object.set(field, expression);
        if (expression != null) {
            for (Resource mentioned : expression.text.mentions()) {
                object.mention(field, mentioned);
            }
        }
    }

    /** The sum over all series: {@code sum(...)}. */
    public final Expression sum() {
        return call("sum");
    }

    /** The sums over series that agree in these labels: {@code sum by (...) (...)}. */
    public final Expression sumBy(String... labels) {
        return aggregate("sum", labels);
    }

    /** The average over series that agree in these labels: {@code avg by (...) (...)}. */
    public final Expression avgBy(String... labels) {
        return aggregate("avg", labels);
    }

    /** The greatest of series that agree in these labels: {@code max by (...) (...)}. */
    public final Expression maxBy(String... labels) {
        return aggregate("max", labels);
    }

    /** The least of series that agree in these labels: {@code min by (...) (...)}. */
    public final Expression minBy(String... labels) {
        return aggregate("min", labels);
    }

    /** How many series agree in these labels: {@code count by (...) (...)}. */
    public final Expression countBy(String... labels) {
        return aggregate("count", labels);
    }

    /** 1 if there is no series, and nothing otherwise: {@code absent(...)}. */
    public final Expression absent() {
        return call("absent");
    }

    /** The sum of both. */
    public final Expression plus(Expression other) {
        return binary("+", SUM, other);
    }

    /** The difference of both. */
    public final Expression minus(Expression other) {
        return binary("-", SUM, other);
    }

    /** The product with a number. */
    public final Expression times(double factor) {
        return binary("*", PRODUCT, PromQl.number(factor));
    }

    /** The quotient of both. */
    public final Expression dividedBy(Expression other) {
        return binary("/", PRODUCT, other);
    }

    /** Keeps the series above a number: {@code > number}. */
    public final Expression greaterThan(double number) {
        return greaterThan(PromQl.number(number));
    }

    /** Keeps the series above those of another expression. */
    public final Expression greaterThan(Expression other) {
        return binary(">", COMPARISON, other);
    }

    /** Keeps the series that are at least a number: {@code >= number}. */
    public final Expression atLeast(double number) {
        return binary(">=", COMPARISON, PromQl.number(number));
    }

    /** Keeps the series below a number: {@code < number}. */
    public final Expression lessThan(double number) {
        return lessThan(PromQl.number(number));
    }

    /** Keeps the series below those of another expression. */
    public final Expression lessThan(Expression other) {
        return binary("<", COMPARISON, other);
    }

    /** Keeps the series that are at most a number: {@code <= number}. */
    public final Expression atMost(double number) {
        return binary("<=", COMPARISON, PromQl.number(number));
    }

    /** Keeps the series that are a number: {@code == number}. */
    public final Expression equalTo(double number) {
        return binary("==", COMPARISON, PromQl.number(number));
    }

    /** Keeps the series that are another number: {@code != number}. */
    public final Expression notEqualTo(double number) {
        return binary("!=", COMPARISON, PromQl.number(number));
    }

    /** Keeps the series that the other expression has too: {@code and}. */
    public final Expression and(Expression other) {
        return binary("and", INTERSECTION, other);
    }

    /** Adds the series of the other expression that this one has not: {@code or}. */
    public final Expression or(Expression other) {
        return binary("or", UNION, other);
    }

    /** Drops the series that the other expression has: {@code unless}. */
    public final Expression unless(Expression other) {
        return binary("unless", INTERSECTION, other);
    }

    final Expression call(String function) {
        return new Term(Text.join(function, "(", text, ")"), flaws, ATOM);
    }

    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private Expression aggregate(String operator, String... labels) {
        List<Flaw> all = new ArrayList<>(flaws);
        StringBuilder names = new StringBuilder();
        if (labels == null) {
            all.add(Flaw.missing());
        } else {
            for (String label : labels) {
                names.append(names.isEmpty() ? "" : ", ").append(LabelMatcher.name(label));
                all.addAll(LabelMatcher.flaws(label));
            }
        }
        return new Term(Text.join(operator, " by (", names, ") (", text, ")"), all, ATOM);
    }

    /** Operands stand in parentheses where the operator would bind tighter, or where they would be read differently. */
    @SuppressWarnings("ConstantValue") // callers outside of null-marked code may pass null
    private Expression binary(String operator, int binds, Expression other) {
        List<Flaw> all = new ArrayList<>(flaws);
        if (other == null) {
            all.add(Flaw.missing());
            return new Term(text, all, level);
        }
        all.addAll(other.flaws);
        boolean chain = level == binds && binds != COMPARISON;
        return new Term(
                Text.join(operand(chain || level > binds), " ", operator, " ", other.operand(other.level > binds)),
                all,
                binds);
    }

    private Text operand(boolean bare) {
        return bare ? text : Text.join("(", text, ")");
    }
}
