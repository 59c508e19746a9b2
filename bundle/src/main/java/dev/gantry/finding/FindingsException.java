package dev.gantry.finding;

import java.util.List;
import java.util.stream.Collectors;

/** A user's mistake after which a run cannot go on, as the findings that explain it. Has no stack trace of its own. */
public final class FindingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * An exception that carries these findings.
     *
     * @param findings what is wrong; at least one
     */
    public FindingsException(List<Finding> findings) {
        super(findings.stream().map(FindingsException::shown).collect(Collectors.joining("; ")), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** An exception that carries one finding. */
    public FindingsException(Finding finding) {
        this(List.of(finding));
    }

    /** What is wrong. */
    public List<Finding> findings() {
        return findings;
    }

    /** With line and hint, because tests show nothing else of an exception. */
    private static String shown(Finding finding) {
        String line = finding.origin() == null ? "" : " " + finding.origin();
        String hint = finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")";
        return finding.code() + line + ": " + finding.message() + hint;
    }
}
