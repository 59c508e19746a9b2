package dev.gantry.raw;

import dev.gantry.finding.Rule;
import dev.gantry.finding.Severity;

/** Rules for objects that are added as they are. */
public enum RawRule implements Rule {
    /** The bytes of a file are not UTF-8. */
    ENCODING("GTY-RAW-001", Severity.ERROR, "A file of manifests is not UTF-8"),
    /** A file is neither YAML nor JSON. */
    SYNTAX("GTY-RAW-002", Severity.ERROR, "A file of manifests is neither YAML nor JSON"),
    /** An object has one key twice. */
    DUPLICATE_KEY("GTY-RAW-003", Severity.ERROR, "A key is there twice"),
    /** A manifest is not an object with fields. */
    NOT_AN_OBJECT("GTY-RAW-004", Severity.ERROR, "A manifest is not an object"),
    /** A manifest lacks what identifies it. */
    INCOMPLETE("GTY-RAW-005", Severity.ERROR, "A manifest lacks apiVersion, kind or metadata.name"),
    /** A manifest leaves its name to the server. */
    GENERATED_NAME("GTY-RAW-006", Severity.ERROR, "A manifest has generateName instead of a name"),
    /** A value of YAML that JSON, and so Kubernetes, does not know. */
    VALUE("GTY-RAW-007", Severity.ERROR, "A value of YAML that Kubernetes does not know"),
    /** A value that other readers of YAML take for something else. */
    AMBIGUOUS("GTY-RAW-008", Severity.WARNING, "A value means different things in YAML 1.1 and 1.2"),
    /** An integer that is too large for Kubernetes to keep exactly. */
    PRECISION("GTY-RAW-009", Severity.WARNING, "A number loses digits");

    private final String code;
    private final Severity severity;
    private final String title;

    RawRule(String code, Severity severity, String title) {
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

    @Override
    public boolean adjustable() {
        return severity != Severity.ERROR;
    }
}
