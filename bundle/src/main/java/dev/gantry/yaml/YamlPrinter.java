package dev.gantry.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes trees as block-style YAML that every reader gives back as the same tree.
 *
 * <p>Fields stand in the tree's own order, lists are indented under their key, text of several lines is a literal
 * block, and no line is ever folded. A string is quoted where a YAML 1.1 or 1.2 reader, or the one that kubectl uses,
 * would take it for something else or could not read it, and nowhere else. The same tree always gives the same
 * bytes.
 *
 * <p>A printer remembers how it wrote strings, so one that prints many trees is faster than many that print one. It is for
 * one thread at a time.
 */
public final class YamlPrinter {

    /** How far a nested block stands from the one around it. */
    static final int STEP = 2;

    /** YAML lets a key without {@code ?} be 1,024 characters long; beyond that readers fail, and we stay well below. */
    private static final int LONGEST_SIMPLE_KEY = 1000;

    private final RenderedTexts keys = new RenderedTexts(':');
    private final RenderedTexts values = new RenderedTexts('\n');
    private final Utf8Text out;

    /**
     * A printer that appends to a text.
     *
     * @param out where the documents go
     */
    public YamlPrinter(Utf8Text out) {
        this.out = out;
    }

    /**
     * Appends a tree as one document, without {@code ---}, ending with exactly one line feed.
     *
     * @param tree any tree, a lone scalar included
     */
    public void append(JsonNode tree) {
        if (isBlock(tree)) {
            collection(tree, 0, true);
        } else {
            scalar(tree, STEP, true);
        }
    }

    /**
     * Answers a tree as one document, without {@code ---}, ending with exactly one line feed.
     *
     * @param tree any tree, a lone scalar included
     * @return the document
     */
    public static String print(JsonNode tree) {
        Utf8Text out = new Utf8Text();
        new YamlPrinter(out).append(tree);
        return out.toString();
    }

    private static boolean isBlock(JsonNode node) {
        return node instanceof ContainerNode && !node.isEmpty();
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
        int inner = column + STEP;
        Iterator<Map.Entry<String, JsonNode>> entries = map.properties().iterator();
        for (boolean first = true; entries.hasNext(); first = false) {
            Map.Entry<String, JsonNode> entry = entries.next();
            if (!first) {
                out.appendBlanks(column);
            }
            key(entry.getKey(), column);
            JsonNode value = entry.getValue();
            boolean lastValue = last && !entries.hasNext();
            if (isBlock(value)) {
                out.append('\n');
                out.appendBlanks(inner);
                collection(value, inner, lastValue);
            } else {
                out.append(' ');
                scalar(value, inner, lastValue);
            }
        }
    }

    private void sequence(ArrayNode sequence, int column, boolean last) {
        int size = sequence.size();
        int inner = column + STEP;
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.appendBlanks(column);
            }
            out.append('-');
            out.append(' ');
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
        if (!keys.append(key, out)) {
            newKey(key, column);
        }
    }

    private void newKey(String key, int column) {
        ScalarStyle style = ScalarStyle.of(key);
        if (style == ScalarStyle.LITERAL) {
            style = ScalarStyle.DOUBLE_QUOTED;
        }
        if (key.length() <= LONGEST_SIMPLE_KEY / QuotedScalars.LONGEST_ESCAPE) {
            keys.append(key, style, out);
        } else {
            longKey(key, style, column);
        }
    }

    private void longKey(String key, ScalarStyle style, int column) {
        StringBuilder line = new StringBuilder();
        QuotedScalars.append(key, style, line);
        if (line.length() > LONGEST_SIMPLE_KEY) {
            line.insert(0, "? ").append('\n').append(" ".repeat(column));
        }
        out.append(line.append(':').toString());
    }

    /** Writes a scalar or an empty collection and its line feed; a literal's lines start at {@code column}. */
    private void scalar(JsonNode node, int column, boolean last) {
        if (node instanceof TextNode text) {
            text(text.textValue(), column, last);
            return;
        }
        switch (node.getNodeType()) {
            case OBJECT -> out.append("{}\n");
            case ARRAY -> out.append("[]\n");
            case NULL, MISSING -> out.append("null\n");
            case BOOLEAN -> out.append(node.booleanValue() ? "true\n" : "false\n");
            case NUMBER -> {
                out.append(NumberScalars.text(node));
                out.append('\n');
            }
            default -> text(node.asText(), column, last);
        }
    }

    private void text(String text, int column, boolean last) {
        if (!values.append(text, out)) {
            newText(text, column, last);
        }
    }

    private void newText(String text, int column, boolean last) {
        ScalarStyle style = ScalarStyle.of(text);
        if (style != ScalarStyle.LITERAL) {
            values.append(text, style, out);
        } else if (last && text.endsWith("\n\n")) {
            // Blank lines at the end of a file are what editors and hooks remove.
            StringBuilder line = new StringBuilder();
            QuotedScalars.append(text, ScalarStyle.DOUBLE_QUOTED, line);
            out.append(line.append('\n').toString());
        } else {
            LiteralScalars.append(text, column, out);
        }
    }
}
