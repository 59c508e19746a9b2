package dev.gantry.monitoring.promql;

import java.util.List;

/**
 * A selector with a window that was read in an expression, such as {@code requests_total{job="web"}[5m]}.
 *
 * @param function that is given it, such as {@code rate}
 * @param conditions its label matchers
 * @param window as it is written, such as {@code 5m}
 */
public record RangeSelector(String function, List<LabelCondition> conditions, String window) {

    /** The same given to a function, unless one within has it already. */
    RangeSelector in(String caller) {
        return function.isEmpty() ? new RangeSelector(caller, conditions, window) : this;
    }
}
