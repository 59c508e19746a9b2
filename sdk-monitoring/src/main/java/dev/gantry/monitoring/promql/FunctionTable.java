package dev.gantry.monitoring.promql;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of PromQL, the experimental ones and one that is gone too: a check cannot know what is switched on.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/functions/">Functions</a>
 */
final class FunctionTable {

    /**
     * A line for all functions that agree: what they take (m for range vectors, v for instant vectors, s for scalars, t for
     * strings), what they answer, and how many arguments more or less there may be; -1 for any number more.
     */
    private static final String TABLE = """
            - s 0: end pi range start step time
            m v 0: absent_over_time avg_over_time changes count_over_time delta deriv first_over_time idelta \
            increase irate last_over_time mad_over_time max_over_time min_over_time present_over_time \
            rate resets stddev_over_time stdvar_over_time sum_over_time ts_of_first_over_time \
            ts_of_last_over_time ts_of_max_over_time ts_of_min_over_time
            ms v 0: predict_linear
            mss v 0: double_exponential_smoothing holt_winters
            s v 0: vector
            sm v 0: quantile_over_time
            ss s 0: max_of min_of
            ssv v 0: histogram_fraction
            sv v 0: histogram_quantile
            v s 0: scalar
            v v 0: abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg \
            histogram_count histogram_stddev histogram_stdvar histogram_sum ln log10 log2 rad sgn sin \
            sinh sort sort_desc sqrt start_timestamp tan tanh timestamp
            v v 1: day_of_month day_of_week day_of_year days_in_month hour minute month year
            vs v 0: clamp_max clamp_min
            vs v 1: round
            vss v 0: clamp
            vt v -1: sort_by_label sort_by_label_desc
            vtss v 9: histogram_quantiles
            vttt v -1: label_join
            vtttt v 0: label_replace
            vv v 1: info
            """;

    private static final Map<String, Signature> FUNCTIONS = read();

    private FunctionTable() {}

    /**
     * What a function takes and answers.
     *
     * @param parameters the last one may be missing or repeated if {@code variadic} is not 0
     * @param variadic how often the last parameter may stand; -1 for any number
     */
    record Signature(List<ValueType> parameters, ValueType result, int variadic) {

        /** How many arguments there must be. */
        int least() {
            return variadic == 0 ? parameters.size() : parameters.size() - 1;
        }

        /** How many arguments there may be. */
        int most() {
            return variadic < 0 ? Integer.MAX_VALUE : variadic == 0 ? parameters.size() : least() + variadic;
        }

        ValueType parameter(int index) {
            return parameters.get(Math.min(index, parameters.size() - 1));
        }
    }

    /** What a function takes; {@code null} if there is no such function. */
    static @Nullable Signature of(String name) {
        return FUNCTIONS.get(name);
    }

    /** The function that is most like a name; {@code null} if none is. */
    static @Nullable String like(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return FUNCTIONS.keySet().stream()
                .sorted()
                .filter(known ->
                        known.equals(lower) || WordDistance.between(known, lower) <= (lower.length() < 5 ? 1 : 2))
                .min(Comparator.comparingInt(known -> WordDistance.between(known, lower)))
                .orElse(null);
    }

    private static Map<String, Signature> read() {
        Map<String, Signature> functions = new HashMap<>(128);
        TABLE.lines().forEach(line -> {
            int colon = line.indexOf(':');
            String[] shape = line.substring(0, colon).split(" ", -1);
            List<ValueType> parameters = shape[0].equals("-")
                    ? List.of()
                    : shape[0].chars().mapToObj(c -> ValueType.of((char) c)).toList();
            Signature signature =
                    new Signature(parameters, ValueType.of(shape[1].charAt(0)), Integer.parseInt(shape[2]));
            for (String name : line.substring(colon + 2).split(" ", -1)) {
                functions.put(name, signature);
            }
        });
        return functions;
    }
}
