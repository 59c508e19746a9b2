package dev.gantry.chart;

/**
 * Someone who looks after a chart.
 *
 * @param name of the person or team
 * @param email where to reach them
 */
public record ChartMaintainer(String name, String email) {}
