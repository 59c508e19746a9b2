package dev.gantry.fake.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML document as API servers read it: by YAML 1.1, in which {@code y} and {@code off} are no texts.
 *
 * @param tree what it says
 * @param repeated keys that are there twice, as {@code line 5: key "a" already set in map}
 */
public record YamlText(JsonNode tree, List<String> repeated) {

    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(0|[1-9][0-9_]*)");
    private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-7_]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[-+]?0x[0-9a-fA-F_]+");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?");
    private static final int OCTAL_BASE = 8;
    private static final int HEXADECIMAL_BASE = 16;

    /** Copies the list. */
    public YamlText {
        repeated = List.copyOf(repeated);
    }

    /** The text is no YAML. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private Malformed(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads a document. */
    public static YamlText read(byte[] content) throws Malformed {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            Node node = new Yaml(options).compose(new StringReader(new String(content, StandardCharsets.UTF_8)));
            List<String> repeated = new ArrayList<>();
            return new YamlText(node == null ? NullNode.getInstance() : tree(node, repeated), repeated);
        } catch (MarkedYAMLException e) {
            throw new Malformed("line "
                    + (e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        }
    }

    private static JsonNode tree(Node node, List<String> repeated) {
        if (node instanceof MappingNode mapping) {
            ObjectNode object = Json.object();
            for (NodeTuple entry : mapping.getValue()) {
                String key = key((ScalarNode) entry.getKeyNode());
                if (object.has(key)) {
                    int line = entry.getKeyNode().getStartMark().getLine() + 1;
                    repeated.add("line " + line + ": key \"" + key + "\" already set in map");
                }
                object.set(key, tree(entry.getValueNode(), repeated));
            }
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode list = Json.array();
            sequence.getValue().forEach(item -> list.add(tree(item, repeated)));
            return list;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isPlain() ? plain(scalar.getValue()) : TextNode.valueOf(scalar.getValue());
    }

    /** Keys are read as values are, and then written as texts again. */
    private static String key(ScalarNode node) {
        return node.isPlain() && !NULL.contains(node.getValue())
                ? plain(node.getValue()).asText()
                : node.getValue();
    }

    private static JsonNode plain(String text) {
        if (NULL.contains(text)) {
            return NullNode.getInstance();
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return BooleanNode.valueOf(TRUE.contains(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            return integer(text, 10);
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return integer(text.toLowerCase(Locale.ROOT).replaceFirst("0x", ""), HEXADECIMAL_BASE);
        }
        if (OCTAL.matcher(text).matches()) {
            return integer(text.replaceFirst("0o?", ""), OCTAL_BASE);
        }
        if (FLOAT.matcher(text).matches()) {
            return DoubleNode.valueOf(Double.parseDouble(text.replace("_", "")));
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode integer(String text, int base) {
        BigInteger value = new BigInteger(text.replace("_", "").replace("+", ""), base);
        if (value.bitLength() < Integer.SIZE) {
            return JsonNodeFactory.instance.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE
                ? JsonNodeFactory.instance.numberNode(value.longValue())
                : JsonNodeFactory.instance.numberNode(value);
    }
}
