package dev.gantry.testing;

import org.opentest4j.AssertionFailedError;

/** The error of a failed snapshot, with both texts where the test framework has a class for that. */
final class SnapshotFailure {

    private SnapshotFailure() {}

    static AssertionError of(String message, String expected, String actual) {
        try {
            return WithTexts.of(message, expected, actual);
        } catch (NoClassDefFoundError e) {
            return new AssertionError(message);
        }
    }

    /** A class of its own, so that nothing of JUnit is needed to load the other one. */
    private static final class WithTexts {

        private WithTexts() {}

        private static AssertionError of(String message, String expected, String actual) {
            return new AssertionFailedError(message, expected, actual);
        }
    }
}
