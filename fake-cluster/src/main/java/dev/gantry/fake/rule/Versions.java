package dev.gantry.fake.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;

/** The same object in another version of its kind. */
final class Versions {

    private Versions() {}

    static ObjectNode converted(ApiKind kind, ObjectNode object) {
        String version = Json.text(object, "apiVersion");
        if (version.equals(kind.apiVersion())) {
            return object;
        }
        ObjectNode converted = object.deepCopy();
        converted.put("apiVersion", kind.apiVersion());
        if (kind.kind().equals("HorizontalPodAutoscaler")) {
            if (kind.version().equals("v1")) {
                toFirst(Json.objectAt(converted, "spec"));
            } else {
                toSecond(Json.objectAt(converted, "spec"));
            }
        }
        return converted;
    }

    private static void toFirst(ObjectNode spec) {
        for (JsonNode metric : spec.path("metrics")) {
            JsonNode utilization = Json.at(metric, "resource", "target", "averageUtilization");
            if (Json.text(metric, "resource", "name").equals("cpu") && !utilization.isMissingNode()) {
                spec.set("targetCPUUtilizationPercentage", utilization);
            }
        }
        spec.remove("metrics");
        spec.remove("behavior");
    }

    private static void toSecond(ObjectNode spec) {
        JsonNode utilization = spec.remove("targetCPUUtilizationPercentage");
        if (utilization != null) {
            ArrayNode metrics = spec.putArray("metrics");
            ObjectNode resource = metrics.addObject().put("type", "Resource").putObject("resource");
            resource.put("name", "cpu");
            resource.putObject("target").put("type", "Utilization").set("averageUtilization", utilization);
        }
    }
}
