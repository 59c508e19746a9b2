package dev.gantry.testing;

import org.jspecify.annotations.Nullable;

/** What happens where a snapshot is not the approved one. */
enum SnapshotMode {
    /** The test fails, and leaves what it received beside the approved file. */
    COMPARE,
    /** The approved file is written. */
    UPDATE,
    /** The test fails, and nothing is written: a build must not approve what it made itself. */
    CI;

    static final String PROPERTY = "gantry.snapshots";

    /** The mode of this JVM. */
    static SnapshotMode current() {
        return of(System.getProperty(PROPERTY), System.getenv("CI"));
    }

    /**
     * The mode that is meant by these values.
     *
     * @param property the system property
     * @param ci the environment variable {@code CI}, which build services set
     */
    static SnapshotMode of(@Nullable String property, @Nullable String ci) {
        String asked = property == null ? "" : property;
        if (!asked.isEmpty() && !asked.equals("update")) {
            throw new IllegalArgumentException(
                    "-D" + PROPERTY + "=" + asked + " has no meaning: the only value is \"update\".");
        }
        if (ci != null && !ci.isEmpty() && !ci.equalsIgnoreCase("false") && !ci.equals("0")) {
            return CI;
        }
        return asked.isEmpty() ? COMPARE : UPDATE;
    }
}
