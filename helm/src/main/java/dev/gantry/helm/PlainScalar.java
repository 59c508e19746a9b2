package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scalar without quotes is to Kubernetes: by YAML 1.1, with the octal numbers of both YAML 1.1 and 1.2.
 *
 * @see <a href="https://github.com/kubernetes-sigs/yaml">sigs.k8s.io/yaml</a>
 */
final class PlainScalar {

    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final String NUMBER_STARTS = "+-.0123456789";
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern BINARY = Pattern.compile("[-+]?0b[01_]*[01]");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-7_]*[0-7]");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F_]*[0-9a-fA-F]");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PlainScalar() {}

    /** The node of a plain scalar. */
    static JsonNode node(String text) {
        if (NULL.contains(text)) {
            return NODES.nullNode();
        }
        if (TRUE.contains(text)) {
            return NODES.booleanNode(true);
        }
        if (FALSE.contains(text)) {
            return NODES.booleanNode(false);
        }
        return NUMBER_STARTS.indexOf(text.charAt(0)) < 0 ? NODES.textNode(text) : number(text);
    }

    private static JsonNode number(String text) {
        if (DECIMAL.matcher(text).matches()) {
            return whole(text, "", 10);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return whole(text.toLowerCase(Locale.ROOT), "0x", 16);
        }
        if (BINARY.matcher(text).matches()) {
            return whole(text, "0b", 2);
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(text, text.contains("o") ? "0o" : "0", 8);
        }
        return FLOAT.matcher(text).matches()
                ? DecimalNode.valueOf(new BigDecimal(text.replace("_", "")))
                : NODES.textNode(text);
    }

    private static JsonNode whole(String text, String prefix, int base) {
        String digits = text.replace("_", "").replace("+", "");
        BigInteger value = new BigInteger(prefix.isEmpty() ? digits : digits.replaceFirst(prefix, ""), base);
        if (value.bitLength() < Integer.SIZE) {
            return NODES.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? NODES.numberNode(value.longValue()) : NODES.numberNode(value);
    }
}
