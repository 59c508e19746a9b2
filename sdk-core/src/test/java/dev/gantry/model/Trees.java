package dev.gantry.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.gantry.extension.Context;
import dev.gantry.extension.Draft;
import dev.gantry.extension.Late;
import dev.gantry.extension.Resource;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

/** Trees of resources, resolved and in a form that can be compared. */
public final class Trees {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Trees() {}

    /** The tree of a resource with values in the place of late ones. */
    public static JsonNode of(Resource resource, Context context) {
        ObjectNode tree = Draft.of(resource).copyTree();
        Draft.of(resource).lateEntries().forEach(entries -> entries.addTo(tree, context));
        resolve(tree, context);
        return normal(tree);
    }

    /** The tree of a resource in a run that has all that it needs. */
    public static JsonNode of(Resource resource) {
        return of(resource, new ProgramContext());
    }

    /** Any object as a tree; numbers of one value are equal, whatever their Java type. */
    public static JsonNode normal(Object object) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsString(object));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resolve(JsonNode node, Context context) {
        if (node instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (!(field.getValue() instanceof POJONode leaf)) {
                    resolve(field.getValue(), context);
                    continue;
                }
                JsonNode value = ((Late) leaf.getPojo()).resolve(context);
                if (value == null) {
                    fields.remove();
                } else {
                    field.setValue(value);
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof POJONode leaf) {
                    list.set(i, ((Late) leaf.getPojo()).resolve(context));
                } else {
                    resolve(list.get(i), context);
                }
            }
        }
    }
}
