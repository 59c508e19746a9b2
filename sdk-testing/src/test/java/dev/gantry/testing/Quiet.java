package dev.gantry.testing;

import dev.gantry.Stack;
import dev.gantry.finding.Severity;

/** Spares the programs of tests the advice on security, which is not what they are about. */
final class Quiet {

    private static final String REASON = "a program for tests";

    private Quiet() {}

    static Stack.Builder about(Stack.Builder stack) {
        return stack.finding("GTY-SEC-002", Severity.OFF, REASON).finding("GTY-SEC-006", Severity.OFF, REASON);
    }
}
