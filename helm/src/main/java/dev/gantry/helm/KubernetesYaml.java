package dev.gantry.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads YAML as Helm and API servers do, to whom a plain {@code yes} is a boolean. See {@link PlainScalar}. */
final class KubernetesYaml {

    private static final String SEPARATOR = "---";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Parser parser;
    private final Map<String, JsonNode> anchors = new HashMap<>();

    private KubernetesYaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        parser = new ParserImpl(new StreamReader(text), options);
    }

    /** The documents of a text, without those that are empty. It is parted where Helm does: at lines that begin with {@code ---}. */
    static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        int start = 0;
        for (int line = 0; line < text.length(); line = text.indexOf('\n', line) + 1) {
            if (text.startsWith(SEPARATOR, line)) {
                add(documents, text.substring(start, line));
                start = line + SEPARATOR.length();
            }
            if (text.indexOf('\n', line) < 0) {
                break;
            }
        }
        add(documents, text.substring(start));
        return documents;
    }

    /** White space at the end stays: it may be of a text that keeps it. */
    private static void add(List<String> documents, String document) {
        if (!document.isBlank()) {
            documents.add(document);
        }
    }

    /**
     * Reads one document.
     *
     * @return {@code null} if it has nothing but comments
     * @throws YAMLException if it is no YAML
     */
    static @Nullable JsonNode read(String document) {
        KubernetesYaml yaml = new KubernetesYaml(document);
        yaml.parser.getEvent();
        if (yaml.parser.checkEvent(Event.ID.StreamEnd)) {
            return null;
        }
        yaml.parser.getEvent();
        return yaml.node(yaml.parser.getEvent());
    }

    /**
     * Reads a document that is a mapping.
     *
     * @return an empty one if the document is something else, or nothing
     * @throws YAMLException if it is no YAML
     */
    static ObjectNode mapping(String document) {
        return read(document) instanceof ObjectNode mapping ? mapping : NODES.objectNode();
    }

    private JsonNode node(Event event) {
        if (event instanceof AliasEvent alias) {
            return anchors.getOrDefault(alias.getAnchor(), NODES.nullNode());
        }
        JsonNode node = event instanceof MappingStartEvent
                ? mapping()
                : event instanceof SequenceStartEvent ? sequence() : scalar((ScalarEvent) event);
        if (event instanceof NodeEvent named && named.getAnchor() != null) {
            anchors.put(named.getAnchor(), node);
        }
        return node;
    }

    private ObjectNode mapping() {
        ObjectNode mapping = NODES.objectNode();
        for (Event event = parser.getEvent(); !event.is(Event.ID.MappingEnd); event = parser.getEvent()) {
            String key = node(event).asText();
            mapping.set(key, node(parser.getEvent()));
        }
        return mapping;
    }

    private ArrayNode sequence() {
        ArrayNode sequence = NODES.arrayNode();
        for (Event event = parser.getEvent(); !event.is(Event.ID.SequenceEnd); event = parser.getEvent()) {
            sequence.add(node(event));
        }
        return sequence;
    }

    private static JsonNode scalar(ScalarEvent event) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN && event.getTag() == null;
        return plain ? PlainScalar.node(event.getValue()) : NODES.textNode(event.getValue());
    }
}
