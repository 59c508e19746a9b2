package dev.gantry.schema;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** Rules for the definitions of custom resources, and for custom resources. */
public enum SchemaRule implements Rule {
    /** A class that is not that of a kind. */
    CLASS(RuleFacts.error("GTY-CRD-001", "A class does not define a kind")),
    /** A type that schemas have no words for. */
    TYPE(RuleFacts.error("GTY-CRD-002", "A type cannot be said in a schema")),
    /** A type that is reached from itself. */
    CYCLE(RuleFacts.error("GTY-CRD-003", "A type contains itself")),
    /** Two properties of one name. */
    SAME_NAME(RuleFacts.error("GTY-CRD-004", "Two properties of a class have one name")),
    /** An annotation on a property that it says nothing about. */
    ANNOTATION(RuleFacts.error("GTY-CRD-005", "An annotation does not suit its property")),
    /** Comments that were asked for and are not at hand. */
    COMMENTS(RuleFacts.warning("GTY-CRD-006", "The comments of a class cannot be read")),
    /** Names that a server rejects. */
    NAMES(RuleFacts.error("GTY-CRD-007", "The names of a definition are not valid")),
    /** Versions that a server rejects. */
    VERSIONS(RuleFacts.error("GTY-CRD-008", "The versions of a definition are not valid")),
    /** A schema that is not structural. */
    STRUCTURE(RuleFacts.error("GTY-CRD-009", "A schema is not structural")),
    /** Keywords that nothing can fulfil. */
    CONTRADICTION(RuleFacts.error("GTY-CRD-010", "A schema contradicts itself")),
    /** A default that its own schema rejects. */
    DEFAULT(RuleFacts.error("GTY-CRD-011", "A default is not valid by its own schema")),
    /** A status that everyone who may write the resource may write. */
    STATUS(RuleFacts.warning("GTY-CRD-012", "A status has no subresource")),
    /** A path of a column or of the scale subresource that no field has. */
    PATH(RuleFacts.error("GTY-CRD-013", "A path of a definition leads nowhere")),
    /** A rule in CEL that a server rejects for its form. */
    VALIDATION(RuleFacts.error("GTY-CRD-014", "A validation rule is not complete")),
    /** A field that is needed. */
    REQUIRED(RuleFacts.error("GTY-CRD-015", "A custom resource lacks a field that is required")),
    /** A field that a server would drop. */
    UNKNOWN_FIELD(RuleFacts.error("GTY-CRD-016", "A custom resource has a field that its definition does not have")),
    /** A value of another type. */
    WRONG_TYPE(RuleFacts.error("GTY-CRD-017", "A value of a custom resource has the wrong type")),
    /** A value that bounds, an enum, a pattern or a format exclude. */
    VALUE(RuleFacts.error("GTY-CRD-018", "A value of a custom resource is not allowed")),
    /** A version that its definition does not serve. */
    NOT_SERVED(RuleFacts.error("GTY-CRD-019", "A custom resource has a version that its definition does not serve")),
    /** A Java object of another class than the kind's. */
    SPEC(RuleFacts.error("GTY-CRD-020", "The spec of a custom resource is not of its kind's class")),
    /** An autoscaler of what has no scale. */
    NOT_SCALABLE(RuleFacts.error("GTY-CRD-021", "An autoscaler follows a custom resource that cannot be scaled"));

    private final RuleFacts facts;

    SchemaRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
