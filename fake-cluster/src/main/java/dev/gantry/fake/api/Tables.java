package dev.gantry.fake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Objects as rows, as kubectl prints them. */
final class Tables {

    private static final Map<String, Map<String, Function<ObjectNode, String>>> COLUMNS = Map.of(
            "Deployment",
            columns(
                    "Ready",
                    object -> Json.at(object, "status", "readyReplicas").asInt() + "/"
                            + Json.at(object, "spec", "replicas").asInt()),
            "StatefulSet",
            columns(
                    "Ready",
                    object -> Json.at(object, "status", "readyReplicas").asInt() + "/"
                            + Json.at(object, "spec", "replicas").asInt()),
            "Pod",
            columns("Status", object -> Json.text(object, "status", "phase")),
            "Namespace",
            columns("Status", object -> Json.text(object, "status", "phase")),
            "PersistentVolumeClaim",
            columns("Status", object -> Json.text(object, "status", "phase")),
            "ConfigMap",
            columns("Data", object -> Integer.toString(object.path("data").size())),
            "Secret",
            columns("Type", object -> Json.text(object, "type")));

    private Tables() {}

    private static Map<String, Function<ObjectNode, String>> columns(String name, Function<ObjectNode, String> value) {
        Map<String, Function<ObjectNode, String>> columns = new LinkedHashMap<>();
        columns.put(name, value);
        return columns;
    }

    static ObjectNode of(ApiKind kind, List<ObjectNode> objects) {
        JsonNode defined = kind.versionDefinition().path("additionalPrinterColumns");
        Map<String, Function<ObjectNode, String>> columns =
                kind.isCustom() ? defined(defined) : COLUMNS.getOrDefault(kind.kind(), Map.of());
        ObjectNode table = Json.object();
        table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        List<String> names = new ArrayList<>(List.of("Name"));
        names.addAll(columns.keySet());
        // Whoever defines columns has the age only where he says so.
        boolean aged = defined.isEmpty();
        if (aged) {
            names.add("Age");
        }
        ArrayNode definitions = table.putArray("columnDefinitions");
        for (String name : names) {
            definitions
                    .addObject()
                    .put("name", name)
                    .put("type", "string")
                    .put("format", name.equals("Name") ? "name" : "")
                    .put("description", "")
                    .put("priority", 0);
        }
        ArrayNode rows = table.putArray("rows");
        for (ObjectNode object : objects) {
            ObjectNode row = rows.addObject();
            ArrayNode cells = row.putArray("cells");
            cells.add(Json.text(object, "metadata", "name"));
            columns.values().forEach(column -> cells.add(column.apply(object)));
            if (aged) {
                cells.add(age(Json.text(object, "metadata", "creationTimestamp")));
            }
            ObjectNode partial = row.putObject("object");
            partial.put("kind", "PartialObjectMetadata").put("apiVersion", "meta.k8s.io/v1");
            partial.set("metadata", object.path("metadata"));
        }
        return table;
    }

    /** Those of a definition whose paths are names joined by dots. */
    private static Map<String, Function<ObjectNode, String>> defined(JsonNode columns) {
        Map<String, Function<ObjectNode, String>> defined = new LinkedHashMap<>();
        for (JsonNode column : columns) {
            String pointer = Json.text(column, "jsonPath").replace('.', '/');
            defined.put(Json.text(column, "name"), object -> object.at(pointer).asText());
        }
        return defined;
    }

    private static String age(String created) {
        if (created.isEmpty()) {
            return "<unknown>";
        }
        Duration age = Duration.between(Instant.parse(created), Instant.now());
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + "s";
        }
        return age.toHours() < 3 ? age.toMinutes() + "m" : age.toHours() + "h";
    }
}
