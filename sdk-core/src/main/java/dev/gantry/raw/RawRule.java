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
    PRECISION(RuleFacts.warning("GTY-RAW-009", "A number loses digits")),
    /** A file or a folder of something else than manifests. */
    STRANGER(RuleFacts.fatal("GTY-RAW-010", "A file holds something else than manifests")),
    /** A file without any manifest. */
    EMPTY(RuleFacts.warning("GTY-RAW-011", "A file of manifests is empty")),
    /** A folder without any file of manifests. */
    NO_FILES(RuleFacts.fatal("GTY-RAW-012", "A folder has no files of manifests")),
    /** An object or a file that the program names is not among those that were read. */
    NOT_THERE(RuleFacts.fatal("GTY-RAW-013", "A named object or file is not among those that were read")),
    /** Several of the objects that were read have the name that the program gives. */
    SEVERAL(RuleFacts.fatal("GTY-RAW-014", "A name fits several of the objects that were read")),
    /** An object of the cluster as a whole states a namespace. */
    CLUSTER_SCOPED(RuleFacts.fatal("GTY-RAW-015", "An object of the cluster as a whole has a namespace")),
    /** A field that the model of the kind does not have. */
    UNKNOWN_FIELD(RuleFacts.warning("GTY-RAW-016", "An object has a field that its kind does not have")),
    /** A value of another type than the model of the kind has. */
    TYPE(RuleFacts.error("GTY-RAW-017", "A value has not the type of its field"));

    private final RuleFacts facts;

    RawRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
