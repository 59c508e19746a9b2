package dev.gantry.raw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gantry.extension.Flaw;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Makes a tree of one YAML document, the way that {@code kubectl} reads it. */
final class YamlTree {

    private static final int DEEPEST = 200;
    private static final int MOST_COPIES = 1_000_000;
    private static final String TAG = "tag:yaml.org,2002:";

    private final Parser parser;
    private final int firstLine;
    private final boolean tracing;
    private final Mistakes mistakes;
    private final Map<String, JsonNode> anchors = new HashMap<>(0);
    private final Map<String, Position> lines = new HashMap<>(0);
    private final List<ManifestDocument.Doubt> doubts = new ArrayList<>(0);
    private int copies;

    YamlTree(Parser parser, int firstLine, boolean tracing, Mistakes mistakes) {
        this.parser = parser;
        this.firstLine = firstLine;
        this.tracing = tracing;
        this.mistakes = mistakes;
    }

    Map<String, Position> lines() {
        return lines;
    }

    List<ManifestDocument.Doubt> doubts() {
        return doubts;
    }

    Position position(Mark mark) {
        return new Position(firstLine + mark.getLine() + 1, mark.getColumn() + 1);
    }

    JsonNode compose(Step step) {
        Event event = parser.getEvent();
        if (event instanceof AliasEvent alias) {
            return copyOf(alias);
        }
        JsonNode node;
        if (event instanceof ScalarEvent scalar) {
            node = scalar(scalar, step, position(scalar.getStartMark()));
        } else if (step.depth() > DEEPEST) {
            throw new YamlReader.TooMuch(
                    position(event.getStartMark()), "The document is nested more than " + DEEPEST + " levels deep.");
        } else if (event instanceof MappingStartEvent) {
            node = mapping(step);
        } else if (event instanceof SequenceStartEvent) {
            node = sequence(step);
        } else {
            throw new IllegalStateException("unexpected " + event);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private ArrayNode sequence(Step step) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Step item = step.item(list.size());
            trace(item, parser.peekEvent().getStartMark());
            list.add(compose(item));
        }
        parser.getEvent();
        return list;
    }

    private ObjectNode mapping(Step step) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        Map<String, Mark> written = new HashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event first = parser.peekEvent();
            Mark mark = first.getStartMark();
            if (isMerge(first)) {
                parser.getEvent();
                merge(object, compose(step.child("<<")), position(mark));
                continue;
            }
            String key = key(step);
            Step child = step.child(key == null ? "" : key);
            trace(child, mark);
            JsonNode value = compose(child);
            Mark other = key == null ? null : written.putIfAbsent(key, mark);
            if (other != null) {
                mistakes.add(
                        RawRule.DUPLICATE_KEY,
                        position(mark),
                        "The key \"" + key + "\" is there twice.",
                        "Remove one of the two.",
                        position(other),
                        "it is here first");
            } else if (key != null) {
                object.set(key, value);
            }
        }
        parser.getEvent();
        return object;
    }

    private static boolean isMerge(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN
                && scalar.getTag() == null
                && scalar.getValue().equals("<<");
    }

    /** Takes over fields that are not there; those of the first object win. */
    private void merge(ObjectNode object, JsonNode source, Position position) {
        if (source instanceof ObjectNode fields) {
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                if (!object.has(field.getKey())) {
                    object.set(field.getKey(), field.getValue());
                }
            }
        } else if (source instanceof ArrayNode list) {
            list.forEach(item -> {
                if (item instanceof ObjectNode) {
                    merge(object, item, position);
                } else {
                    notMerged(position);
                }
            });
        } else {
            notMerged(position);
        }
    }

    private void notMerged(Position position) {
        mistakes.add(RawRule.VALUE, position, "<< takes an object or a list of objects.", "Write <<: *anchor.");
    }

    private @Nullable String key(Step step) {
        Event event = parser.peekEvent();
        Position position = position(event.getStartMark());
        JsonNode key = compose(step);
        if (key.isNull() || key.isContainerNode()) {
            mistakes.add(
                    RawRule.VALUE,
                    position,
                    key.isNull() ? "A key is null." : "A key is not a text.",
                    "Kubernetes has texts for keys: write it between quotes.");
            return null;
        }
        return key.asText();
    }

    private JsonNode copyOf(AliasEvent alias) {
        JsonNode target = anchors.get(alias.getAnchor());
        if (target == null) {
            mistakes.add(
                    RawRule.VALUE,
                    position(alias.getStartMark()),
                    "There is no anchor &" + alias.getAnchor() + " before *" + alias.getAnchor() + ".",
                    "Put the anchor at an earlier place of the same document.");
            return NullNode.getInstance();
        }
        copies += size(target);
        if (copies > MOST_COPIES) {
            throw new YamlReader.TooMuch(
                    position(alias.getStartMark()), "The aliases of the document amount to over a million values.");
        }
        return target.deepCopy();
    }

    private static int size(JsonNode node) {
        int size = 1;
        for (JsonNode child : node) {
            size += size(child);
        }
        return size;
    }

    private JsonNode scalar(ScalarEvent event, Step step, Position position) {
        String text = event.getValue();
        String tag = event.getTag();
        boolean plain = event.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
        if (tag != null && !tag.equals("!")) {
            return tagged(tag, text, position);
        }
        if (!plain || tag != null) {
            return TextNode.valueOf(text);
        }
        JsonNode value = Scalars.plain(text);
        if (value == null) {
            mistakes.add(
                    RawRule.VALUE,
                    position,
                    text + " is a number that JSON does not know, and so Kubernetes does not.",
                    "Write it between quotes if a text is meant.");
            return NullNode.getInstance();
        }
        if (value.isBoolean() && Scalars.isOldBoolean(text)) {
            doubt(
                    step,
                    position,
                    RawRule.AMBIGUOUS,
                    text + " means " + value + " here, as kubectl reads it; YAML 1.2 " + "reads the text \"" + text
                            + "\".",
                    "Write " + value + " or \"" + text + "\".");
        } else if ((value.isBigInteger() || value.isDouble()) && isWhole(text)) {
            doubt(
                    step,
                    position,
                    RawRule.PRECISION,
                    text + " has more than 64 bits: Kubernetes keeps " + value + ".",
                    "Write it between quotes if a text is meant.");
        }
        return value;
    }

    private JsonNode tagged(String tag, String text, Position position) {
        String name = tag.startsWith(TAG) ? tag.substring(TAG.length()) : tag;
        JsonNode value = text.isEmpty() ? NullNode.getInstance() : Scalars.plain(text);
        JsonNode result = switch (name) {
            case "str", "timestamp" -> TextNode.valueOf(text);
            case "binary" -> decoded(text);
            case "null" -> value != null && value.isNull() ? value : null;
            case "bool" -> value != null && value.isBoolean() ? value : null;
            case "int" -> value != null && value.isIntegralNumber() ? value : null;
            case "float" -> value != null && value.isNumber() ? value : null;
            default -> tag.startsWith(TAG) ? null : TextNode.valueOf(text);
        };
        if (result == null) {
            mistakes.add(
                    RawRule.VALUE,
                    position,
                    "\"" + text + "\" cannot be read as !!" + name + ".",
                    "Remove the tag, or correct the value.");
            return NullNode.getInstance();
        }
        return result;
    }

    private static @Nullable JsonNode decoded(String text) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isWhole(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '_');
    }

    private void doubt(Step step, Position position, RawRule rule, String message, String hint) {
        doubts.add(new ManifestDocument.Doubt(step.path(), position, new Flaw(rule, message, hint)));
    }

    private void trace(Step step, Mark mark) {
        if (tracing || step.isItemOfList()) {
            lines.put(step.path(), position(mark));
        }
    }
}
