package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;

/** Rules for configuration, and for what any object carries. */
enum ConfigRule implements Rule {
    /** More than 1 MiB of values. */
    TOO_LARGE("GTY-CFG-001", Severity.ERROR, "A ConfigMap or Secret is too large"),
    /** Carriage returns in a text. */
    CRLF("GTY-CFG-002", Severity.WARNING, "A text of a ConfigMap has the line endings of Windows"),
    /** A Secret that is written out. */
    SECRET_LITERAL("GTY-CFG-003", Severity.WARNING, "The values of a Secret are in the output"),
    /** One key in both {@code data} and {@code binaryData}. */
    KEY_TWICE("GTY-CFG-004", Severity.ERROR, "A key has both a text and binary data"),
    /** A key that Kubernetes rejects. */
    KEY("GTY-CFG-005", Severity.ERROR, "A key of a ConfigMap or Secret is not valid"),
    /** More than 256 KiB of annotations. */
    ANNOTATIONS("GTY-CFG-006", Severity.ERROR, "The annotations of an object are too large");

    private final String code;
    private final Severity severity;
    private final String title;

    ConfigRule(String code, Severity severity, String title) {
        this.code = code;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public String title() {
        return title;
    }
}
