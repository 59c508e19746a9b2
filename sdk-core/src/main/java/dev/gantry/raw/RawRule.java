package dev.gantry.raw;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for objects that are added as they are. */
public enum RawRule implements Rule {
    /** The bytes of a file are not UTF-8. */
    ENCODING(RuleFacts.fatal("GTY-RAW-001", "A file of manifests is not UTF-8")),
    /** A file is neither YAML nor JSON. */
    SYNTAX(RuleFacts.fatal("GTY-RAW-002", "A file of manifests is neither YAML nor JSON")),
    /** An object has one key twice. */
    DUPLICATE_KEY(RuleFacts.fatal("GTY-RAW-003", "A key is there twice")),
    /** A manifest is not an object with fields. */
    NOT_AN_OBJECT(RuleFacts.fatal("GTY-RAW-004", "A manifest is not an object")),
    /** A manifest lacks what identifies it. */
    INCOMPLETE(RuleFacts.fatal("GTY-RAW-005", "A manifest lacks apiVersion, kind or metadata.name")),
    /** A manifest leaves its name to the server. */
    GENERATED_NAME(RuleFacts.fatal("GTY-RAW-006", "A manifest has generateName instead of a name")),
    /** A value of YAML that JSON, and so Kubernetes, does not know. */
    VALUE(RuleFacts.fatal("GTY-RAW-007", "A value of YAML that Kubernetes does not know")),
    /** A value that other readers of YAML take for something else. */
    AMBIGUOUS(RuleFacts.warning("GTY-RAW-008", "A value means different things in YAML 1.1 and 1.2")),
    /** An integer that is too large for Kubernetes to keep exactly. */
    PRECISION(RuleFacts.warning("GTY-RAW-009", "A number loses digits"));
    private final RuleFacts facts;

    RawRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
