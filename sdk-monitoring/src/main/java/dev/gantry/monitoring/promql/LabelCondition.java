package dev.gantry.monitoring.promql;

/**
 * A label matcher that was read in an expression.
 *
 * @param label the name
 * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
 * @param value what the string means
 */
public record LabelCondition(String label, String operator, String value) {}
