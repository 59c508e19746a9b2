package dev.gantry.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes a tree as block-style YAML that every reader gives back as the same tree.
 *
 * <p>Fields stand in the tree's own order, lists are indented under their key, text of several lines is a literal
 * block, and no line is ever folded. A string is quoted where a YAML 1.1 or 1.2 reader, or the one that kubectl uses,
 * would take it for something else or could not read it, and nowhere else. The same tree always gives the same
 * characters.
 */
public final class YamlPrinter {

    /** YAML lets a key without {@code ?} be 1,024 characters long; beyond that readers fail, and we stay well below. */
    private static final int LONGEST_SIMPLE_KEY = 1000;

    private final StringBuilder out;

    private YamlPrinter(StringBuilder out) {
        this.out = out;
    }

    /**
     * Appends a tree as one document, without {@code ---}, ending with exactly one line feed.
     *
     * @param tree any tree, a lone scalar included
     * @param out where the document goes
     */
    public static void print(JsonNode tree, StringBuilder out) {
        new YamlPrinter(out).document(tree);
    }

    /**
     * Answers a tree as one document, without {@code ---}, ending with exactly one line feed.
     *
     * @param tree any tree, a lone scalar included
     * @return the document
     */
    public static String print(JsonNode tree) {
        StringBuilder out = new StringBuilder(1024);
        print(tree, out);
        return out.toString();
    }

    private void document(JsonNode tree) {
        if (isBlock(tree)) {
            collection(tree, 0, true);
        } else {
            scalar(tree, Indentation.STEP, true);
        }
    }

    private static boolean isBlock(JsonNode node) {
        return node.isContainerNode() && !node.isEmpty();
    }

    /** Writes a collection that has elements; the first one starts where the output stands, which is {@code column}. */
    private void collection(JsonNode node, int column, boolean last) {
        if (node instanceof ObjectNode map) {
            map(map, column, last);
        } else {
            sequence((ArrayNode) node, column, last);
        }
    }

    private void map(ObjectNode map, int column, boolean last) {
        Iterator<Map.Entry<String, JsonNode>> entries = map.properties().iterator();
        for (boolean first = true; entries.hasNext(); first = false) {
            Map.Entry<String, JsonNode> entry = entries.next();
            if (!first) {
                Indentation.append(column, out);
            }
            key(entry.getKey(), column);
            boolean lastValue = last && !entries.hasNext();
            int inner = column + Indentation.STEP;
            if (isBlock(entry.getValue())) {
                out.append('\n');
                Indentation.append(inner, out);
                collection(entry.getValue(), inner, lastValue);
            } else {
                out.append(' ');
                scalar(entry.getValue(), inner, lastValue);
            }
        }
    }

    private void sequence(ArrayNode sequence, int column, boolean last) {
        int size = sequence.size();
        int inner = column + Indentation.STEP;
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                Indentation.append(column, out);
            }
            out.append("- ");
            JsonNode item = sequence.get(i);
            boolean lastItem = last && i == size - 1;
            if (isBlock(item)) {
                collection(item, inner, lastItem);
            } else {
                scalar(item, inner, lastItem);
            }
        }
    }

    private void key(String key, int column) {
        int start = out.length();
        ScalarStyle style = ScalarStyle.of(key);
        QuotedScalars.append(key, style == ScalarStyle.LITERAL ? ScalarStyle.DOUBLE_QUOTED : style, out);
        if (out.length() - start > LONGEST_SIMPLE_KEY) {
            out.insert(start, "? ").append('\n');
            Indentation.append(column, out);
        }
        out.append(':');
    }

    /** Writes a scalar or an empty collection and its line feed; a literal's lines start at {@code column}. */
    private void scalar(JsonNode node, int column, boolean last) {
        switch (node.getNodeType()) {
            case OBJECT -> out.append("{}");
            case ARRAY -> out.append("[]");
            case NULL, MISSING -> out.append("null");
            case BOOLEAN -> out.append(node.booleanValue());
            case NUMBER -> NumberScalars.append(node, out);
            default -> {
                if (text(node.asText(), column, last)) {
                    return;
                }
            }
        }
        out.append('\n');
    }

    /** Writes a string and answers whether it ended its line by itself, as a literal does. */
    private boolean text(String text, int column, boolean last) {
        ScalarStyle style = ScalarStyle.of(text);
        if (style == ScalarStyle.LITERAL) {
            // Blank lines at the end of a file are what editors and hooks remove.
            if (!last || !text.endsWith("\n\n")) {
                LiteralScalars.append(text, column, out);
                return true;
            }
            style = ScalarStyle.DOUBLE_QUOTED;
        }
        QuotedScalars.append(text, style, out);
        return false;
    }
}
