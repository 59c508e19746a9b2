package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for configuration, and for what any object carries. */
enum ConfigRule implements Rule {
    /** More than 1 MiB of values. */
    TOO_LARGE(RuleFacts.error("GTY-CFG-001", "A ConfigMap or Secret is too large")),
    /** Carriage returns in a text. */
    CRLF(RuleFacts.warning("GTY-CFG-002", "A text of a ConfigMap has the line endings of Windows")),
    /** A Secret that is written out. */
    SECRET_LITERAL(RuleFacts.warning("GTY-CFG-003", "The values of a Secret are in the output")),
    /** One key in both {@code data} and {@code binaryData}. */
    KEY_TWICE(RuleFacts.error("GTY-CFG-004", "A key has both a text and binary data")),
    /** A key that Kubernetes rejects. */
    KEY(RuleFacts.error("GTY-CFG-005", "A key of a ConfigMap or Secret is not valid")),
    /** More than 256 KiB of annotations. */
    ANNOTATIONS(RuleFacts.error("GTY-CFG-006", "The annotations of an object are too large")),
    /** A type whose keys are not there. */
    TYPE_KEYS(RuleFacts.error("GTY-CFG-007", "A Secret lacks a key that its type asks for")),
    /** A key that a ConfigMap or Secret of the program does not have. */
    NO_KEY(RuleFacts.error("GTY-CFG-008", "A pod takes a key that a ConfigMap or Secret does not have")),
    /** A namespace that is almost one of the program's. */
    NAMESPACE(RuleFacts.warning("GTY-CFG-009", "A namespace is spelled almost as one that the program makes")),
    /** A Secret that only Kustomize can make. */
    FROM_FILES(RuleFacts.warning("GTY-CFG-010", "A Secret of files is in no output but Kustomize's"));

    private final RuleFacts facts;

    ConfigRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
