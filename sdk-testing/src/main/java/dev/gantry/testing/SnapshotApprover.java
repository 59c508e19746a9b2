package dev.gantry.testing;

import dev.gantry.Synthesis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.approvaltests.approvers.ApprovalApprover;
import org.approvaltests.core.ApprovalFailureReporter;
import org.approvaltests.core.VerifyResult;
import org.jspecify.annotations.Nullable;

/**
 * Compares one environment with its approved file. ApprovalTests' own {@code FileApprover} writes a file before it
 * compares, keeps logs of its own, and fetches scripts from the network: none of it is wanted in a build.
 */
final class SnapshotApprover implements ApprovalApprover {

    private final Path approved;
    private final Synthesis synthesis;
    private final String text;
    private final SnapshotMode mode;
    private final @Nullable String expected;

    SnapshotApprover(Path approved, Synthesis synthesis, SnapshotMode mode) {
        this.approved = approved;
        this.synthesis = synthesis;
        this.text = SnapshotText.of(synthesis);
        this.mode = mode;
        this.expected = read(approved);
    }

    @Override
    public VerifyResult approve() {
        boolean same = text.equals(expected);
        if (!same && mode == SnapshotMode.UPDATE) {
            write(approved, text);
            return VerifyResult.SUCCESS;
        }
        return VerifyResult.from(same);
    }

    @Override
    public VerifyResult reportFailure(ApprovalFailureReporter reporter) {
        if (mode == SnapshotMode.COMPARE) {
            write(received(), text);
            reporter.report(received().toString(), approved.toString());
        }
        return VerifyResult.FAILURE;
    }

    @Override
    public void cleanUpAfterSuccess(ApprovalFailureReporter reporter) {
        try {
            Files.deleteIfExists(received());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void fail() {
        throw SnapshotFailure.of(message(), expected == null ? "" : expected, text);
    }

    private String message() {
        String file = String.valueOf(approved.getFileName());
        String what = expected == null
                ? "Nothing is approved yet for " + synthesis.environment() + ": there is no " + file + "."
                : "The manifests for " + synthesis.environment() + " are not those that were approved in " + file
                        + ".\n\n" + SnapshotDifference.describe(expected, text, synthesis);
        String approve = mode == SnapshotMode.CI
                ? "CI is set, so nothing was written. Where it is not: "
                : "What is there now is in " + received().getFileName() + ". To approve it: ";
        return what + "\n\n" + approve + "mvn test -D" + SnapshotMode.PROPERTY + "=update";
    }

    private Path received() {
        String name = String.valueOf(approved.getFileName());
        return approved.resolveSibling(name.replace(".approved.", ".received."));
    }

    /** With the line ends that Git may have changed on Windows changed back. */
    private static @Nullable String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : null;
        } catch (IOException e) {
            throw new UncheckedIOException("The approved file cannot be read: " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot cannot be written: " + file, e);
        }
    }
}
