package dev.gantry.finding;

/** How much a finding weighs. */
public enum Severity {
    /** The output would be wrong or rejected: nothing is written. */
    ERROR,
    /** The output is valid, but probably not what was meant. */
    WARNING,
    /** Not shown, because the author said so and gave a reason. */
    OFF
}
