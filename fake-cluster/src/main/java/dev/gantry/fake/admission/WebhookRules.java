package dev.gantry.fake.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.selection.LabelSelector;
import dev.gantry.fake.store.ObjectKey;
import dev.gantry.fake.store.Store;
import dev.gantry.fake.write.Target;
import java.util.List;

/** Which requests a webhook is asked about. */
final class WebhookRules {

    private final Store store;

    WebhookRules(Store store) {
        this.store = store;
    }

    boolean concerns(JsonNode webhook, Target target, String operation, ObjectNode object) {
        for (JsonNode rule : webhook.path("rules")) {
            if (matches(rule, target, operation)) {
                return selects(webhook, target, object);
            }
        }
        return false;
    }

    private static boolean matches(JsonNode rule, Target target, String operation) {
        ApiKind kind = target.kind();
        String scope = Json.text(rule, "scope");
        boolean inScope =
                List.of("", "*").contains(scope) || scope.equals(kind.namespaced() ? "Namespaced" : "Cluster");
        return inScope
                && has(rule.path("operations"), operation)
                && has(rule.path("apiGroups"), kind.group())
                && has(rule.path("apiVersions"), kind.version())
                && hasResource(rule.path("resources"), kind.plural(), target.subresource());
    }

    private static boolean has(JsonNode list, String value) {
        for (JsonNode item : list) {
            if (item.asText().equals("*") || item.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasResource(JsonNode list, String resource, String subresource) {
        for (JsonNode item : list) {
            String[] parts = (item.asText() + "/").split("/", -1);
            boolean same = parts[0].equals("*") || parts[0].equals(resource);
            boolean everything = item.asText().equals("*/*");
            if (everything || (same && (parts[1].equals("*") || parts[1].equals(subresource)))) {
                return true;
            }
        }
        return false;
    }

    private boolean selects(JsonNode webhook, Target target, ObjectNode object) {
        boolean byObject = LabelSelector.of(webhook.path("objectSelector")).test(Json.at(object, "metadata", "labels"));
        if (!byObject
                || (target.namespace().isEmpty() && !target.kind().resource().equals("namespaces"))) {
            return byObject;
        }
        String name = target.namespace().isEmpty() ? target.name() : target.namespace();
        JsonNode namespace = store.get(new ObjectKey("namespaces", "", name)).orElse(object);
        return LabelSelector.of(webhook.path("namespaceSelector")).test(Json.at(namespace, "metadata", "labels"));
    }
}
