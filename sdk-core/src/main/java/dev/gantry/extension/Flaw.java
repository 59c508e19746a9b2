package dev.gantry.extension;

import dev.gantry.finding.Rule;

/**
 * What is wrong with a value, before anybody knows where it will be written.
 *
 * @param rule the rule that it breaks
 * @param message what is wrong, with the value
 * @param hint what to do; empty if the message says it
 */
public record Flaw(Rule rule, String message, String hint) {}
