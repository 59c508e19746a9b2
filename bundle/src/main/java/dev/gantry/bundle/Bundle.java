package dev.gantry.bundle;

import dev.gantry.finding.Finding;
import java.util.List;

/**
 * What a run produced. Immutable data; {@code BundleDirectory} writes and reads it.
 *
 * @param tool what made it, such as {@code gantry/0.1.0}
 * @param blueprint the class name of the program
 * @param layout {@code object} or {@code stack}: how manifests are put into files
 * @param program {@code sha256:} and the hash of the program's classes; empty where it is unknown
 * @param environments sorted by name
 * @param findings all of the run, the suppressed ones too
 */
public record Bundle(
        String tool,
        String blueprint,
        String layout,
        String program,
        List<BundleEnvironment> environments,
        List<Finding> findings) {

    /** The version of the directory's format that this code writes. A reader refuses a newer one. */
    public static final int FORMAT = 1;

    /** Copies the lists. */
    public Bundle {
        environments = List.copyOf(environments);
        findings = List.copyOf(findings);
    }

    /** Whether any finding is an error. */
    public boolean failed() {
        for (Finding finding : findings) {
            if (finding.isError()) {
                return true;
            }
        }
        return false;
    }
}
