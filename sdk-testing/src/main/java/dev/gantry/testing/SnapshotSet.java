package dev.gantry.testing;

import dev.gantry.Synthesis;
import dev.gantry.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.ReportNothing;

/** Compares environments with approved files, and fails once for all of them. */
final class SnapshotSet {

    private final TestSource test;
    private final SnapshotMode mode;
    private final Map<Path, String> taken;
    private final List<AssertionError> failures = new ArrayList<>(0);

    /**
     * Snapshots of a test.
     *
     * @param test where the approved files are
     * @param mode what happens where one is different
     * @param taken every snapshot of this JVM by its file, to notice two tests that share one
     */
    SnapshotSet(TestSource test, SnapshotMode mode, Map<Path, String> taken) {
        this.test = test;
        this.mode = mode;
        this.taken = taken;
    }

    void verify(Collection<Synthesis> environments) {
        environments.forEach(this::verify);
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join(
                    "\n\n", failures.stream().map(AssertionError::getMessage).toList()));
        }
    }

    /** What a test prints if a blueprint has errors. */
    static AssertionError mistakes(String subject, List<Finding> findings) {
        return new AssertionError(subject + "\n\n" + Shown.report(findings));
    }

    private void verify(Synthesis synthesis) {
        if (synthesis.failed()) {
            failures.add(mistakes(
                    "No snapshot was taken for " + synthesis.environment() + ", because there are errors:",
                    synthesis.findings()));
            return;
        }
        Path file = test.approved(synthesis.environment());
        String text = SnapshotText.of(synthesis);
        String other = taken.putIfAbsent(file, text);
        if (other != null && !other.equals(text)) {
            failures.add(new AssertionError("Two snapshots with different content go to " + file.getFileName()
                    + ": take one of them in another class, or under another name of the environment."));
            return;
        }
        try {
            Approvals.verify(new SnapshotApprover(file, synthesis, mode), new Options(ReportNothing.INSTANCE));
        } catch (AssertionError e) {
            failures.add(e);
        }
    }
}
