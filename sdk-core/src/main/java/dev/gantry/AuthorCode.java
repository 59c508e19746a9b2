package dev.gantry;

import dev.gantry.extension.Origins;
import dev.gantry.extension.ProgramRule;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.util.List;
import java.util.ServiceConfigurationError;

/** Runs what an author has written; whatever it throws becomes findings with the author's line. */
final class AuthorCode {

    private final ClassLoader loader;

    /** Runs code of a program that this loader knows. */
    AuthorCode(ClassLoader loader) {
        this.loader = loader;
    }

    /** Answers what the code has thrown; empty if it came to its end. */
    List<Finding> run(String what, Runnable code) {
        try {
            code.run();
            return List.of();
        } catch (FindingsException e) {
            return e.findings();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | ServiceConfigurationError e) {
            return List.of(thrown(what, e));
        }
    }

    private Finding thrown(String what, Throwable thrown) {
        Throwable cause =
                thrown instanceof ExceptionInInitializerError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return Finding.of(ProgramRule.THREW, what + " threw " + cause.getClass().getName() + message)
                .hint("It stopped at this line; what comes after it was not made.")
                .at(Origins.in(cause.getStackTrace(), loader));
    }
}
