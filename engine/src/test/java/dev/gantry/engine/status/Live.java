package dev.gantry.engine.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.UncheckedIOException;

/** Objects as a server has them, written as YAML. */
public final class Live {

    private static final ObjectMapper YAML = new YAMLMapper();

    private Live() {}

    /** An object. */
    public static ObjectNode object(String yaml) {
        try {
            return (ObjectNode) YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object of a kind, with what comes after {@code metadata.name}. */
    public static ObjectNode object(String apiVersion, String kind, String rest) {
        String head = "apiVersion: " + apiVersion + "\nkind: " + kind + "\n";
        String metadata = rest.contains("metadata:") ? "" : "metadata: {name: web, namespace: shop, generation: 2}\n";
        return object(head + metadata + rest);
    }
}
