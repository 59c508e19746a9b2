package dev.gantry.settings;

import dev.gantry.finding.Rule;
import dev.gantry.finding.RuleFacts;

/** What can be wrong with the settings of a program. None is adjustable: without settings there is nothing to make. */
public enum SettingsRule implements Rule {
    /** A key that no component of the record has. */
    UNKNOWN_KEY(RuleFacts.fatal("GTY-SET-001", "A settings file has a key that the settings record does not know")),
    /** A component that no file gives a value to. */
    MISSING_KEY(RuleFacts.fatal("GTY-SET-002", "A setting has no value in any file")),
    /** Text where a number is wanted, a list where a mapping is wanted, and the like. */
    WRONG_TYPE(RuleFacts.fatal("GTY-SET-003", "The value of a setting is of the wrong type")),
    /** A value of the right type that cannot be used: out of range, no such constant, not a duration. */
    BAD_VALUE(RuleFacts.fatal("GTY-SET-004", "The value of a setting is not possible")),
    /** A null, or nothing after the colon, where the component is not an {@code Optional}. */
    NULL_VALUE(RuleFacts.fatal("GTY-SET-005", "A setting has no value, and is not optional")),
    /** One key twice in one mapping. */
    DUPLICATE_KEY(RuleFacts.fatal("GTY-SET-006", "A mapping has the same key twice")),
    /** A file that is not YAML. */
    SYNTAX(RuleFacts.fatal("GTY-SET-007", "A settings file is not valid YAML")),
    /** A second document after {@code ---}. */
    MORE_DOCUMENTS(RuleFacts.fatal("GTY-SET-008", "A settings file has more than one document")),
    /** A file whose outermost value is a list or a scalar. */
    NOT_A_MAPPING(RuleFacts.fatal("GTY-SET-009", "A settings file does not consist of keys and values")),
    /** An alias, or a tag of its own. */
    UNSUPPORTED_YAML(RuleFacts.fatal("GTY-SET-010", "A settings file uses a part of YAML that settings do without")),
    /** A file that cannot be opened or is not UTF-8. */
    UNREADABLE_FILE(RuleFacts.fatal("GTY-SET-011", "A settings file cannot be read")),
    /** An environment without a file. */
    NO_FILE(RuleFacts.fatal("GTY-SET-012", "There is no settings file for the environment")),
    /** Both {@code x.yaml} and {@code x.yml}. */
    TWO_FILES(RuleFacts.fatal("GTY-SET-013", "There are two settings files of one name")),
    /** A name of an environment that is not a DNS label. */
    ENVIRONMENT_NAME(RuleFacts.fatal("GTY-SET-014", "The name of an environment is not possible")),
    /** An exception from the record's own constructor. */
    REJECTED(RuleFacts.fatal("GTY-SET-015", "The settings record rejects the values")),
    /** A component whose type cannot be read from a file. */
    UNSUPPORTED_TYPE(
            RuleFacts.fatal("GTY-SET-016", "A component of the settings record has a type that settings cannot have")),
    /** A record or method that a Java module keeps closed. */
    INACCESSIBLE_TYPE(RuleFacts.fatal("GTY-SET-017", "A type of the settings record is not open to Gantry")),
    /** A {@code -Dgantry.set.…} for a setting that there is not. */
    UNKNOWN_OVERRIDE(RuleFacts.fatal("GTY-SET-018", "An override names a setting that does not exist"));
    private final RuleFacts facts;

    SettingsRule(RuleFacts facts) {
        this.facts = facts;
    }

    @Override
    public RuleFacts facts() {
        return facts;
    }
}
