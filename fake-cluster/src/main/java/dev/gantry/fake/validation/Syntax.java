package dev.gantry.fake.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/** What names, labels and keys look like. */
final class Syntax {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String QUALIFIED = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
    private static final Pattern LABEL_PATTERN = Pattern.compile(LABEL);
    private static final Pattern SUBDOMAIN_PATTERN = Pattern.compile(SUBDOMAIN);
    private static final Pattern QUALIFIED_PATTERN = Pattern.compile(QUALIFIED);
    private static final Pattern VALUE_PATTERN = Pattern.compile("(" + QUALIFIED + ")?");
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
    private static final int LABEL_LENGTH = 63;
    private static final int NAME_LENGTH = 253;

    private Syntax() {}

    static void subdomain(Problems problems, String path, String name) {
        if (name.length() > NAME_LENGTH) {
            problems.invalid(path, name, "must be no more than " + NAME_LENGTH + " characters");
        } else if (!SUBDOMAIN_PATTERN.matcher(name).matches()) {
            problems.invalid(
                    path,
                    name,
                    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                            + " start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '"
                            + SUBDOMAIN + "')");
        }
    }

    static void label(Problems problems, String path, String name) {
        if (name.contains(".") && SUBDOMAIN_PATTERN.matcher(name).matches()) {
            problems.invalid(path, name, "must not contain dots");
        } else if (name.length() > LABEL_LENGTH) {
            problems.invalid(path, name, "must be no more than " + LABEL_LENGTH + " characters");
        } else if (!LABEL_PATTERN.matcher(name).matches()) {
            problems.invalid(
                    path,
                    name,
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                            + " end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '"
                            + LABEL + "')");
        }
    }

    static void pathSegment(Problems problems, String path, String name) {
        if (name.equals(".") || name.equals("..")) {
            problems.invalid(path, name, "may not be '" + name + "'");
        }
        for (String part : new String[] {"/", "%"}) {
            if (name.contains(part)) {
                problems.invalid(path, name, "may not contain '" + part + "'");
            }
        }
    }

    static void qualified(Problems problems, String path, String key) {
        qualified(problems, path, key, key);
    }

    /**
     * A key of labels or annotations.
     *
     * @param key as it is told
     * @param checked as it is looked at
     */
    static void qualified(Problems problems, String path, String key, String checked) {
        int slash = checked.indexOf('/');
        String name = checked.substring(slash + 1);
        if (slash >= 0) {
            String prefix = checked.substring(0, slash);
            if (!SUBDOMAIN_PATTERN.matcher(prefix).matches()) {
                problems.invalid(
                        path,
                        key,
                        "prefix part a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
                                + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used"
                                + " for validation is '" + SUBDOMAIN + "')");
            }
        }
        if (name.isEmpty()) {
            problems.invalid(path, key, "name part must be non-empty");
        } else if (name.length() > LABEL_LENGTH) {
            problems.invalid(path, key, "name part must be no more than " + LABEL_LENGTH + " bytes");
        }
        if (!QUALIFIED_PATTERN.matcher(name).matches()) {
            problems.invalid(
                    path,
                    key,
                    "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                            + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation"
                            + " is '" + QUALIFIED + "')");
        }
    }

    static void labels(Problems problems, String path, JsonNode labels) {
        for (Map.Entry<String, JsonNode> label : labels.properties()) {
            qualified(problems, path, label.getKey());
            String value = label.getValue().asText();
            if (value.length() > LABEL_LENGTH) {
                problems.invalid(path, value, "must be no more than " + LABEL_LENGTH + " bytes");
            } else if (!VALUE_PATTERN.matcher(value).matches()) {
                problems.invalid(
                        path,
                        value,
                        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and"
                                + " must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or"
                                + " '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
            }
        }
    }

    static void configKey(Problems problems, String path, String key) {
        if (!CONFIG_KEY.matcher(key).matches()) {
            problems.invalid(
                    path,
                    key,
                    "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or"
                            + " 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')");
        }
    }
}
