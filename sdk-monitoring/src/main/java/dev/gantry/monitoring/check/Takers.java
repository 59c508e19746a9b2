package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.check.Selectors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who takes monitors and rules: each Prometheus of the program, with selectors for the objects and for their namespaces.
 * A selector that is not set selects nothing, an empty one everything; a selector for namespaces that is not set means the
 * Prometheus' own one.
 */
final class Takers {

    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final Model model;
    private final Map<String, JsonNode> namespaces = new HashMap<>();

    /** Why something is not taken; {@code null} if it is, or if that cannot be told. */
    record Reason(Manifest taker, String field, String words) {}

    Takers(Model model) {
        this.model = model;
        for (Manifest namespace : model.ofKind("", "Namespace")) {
            namespaces.put(
                    namespace.id().name(), namespace.tree().path("metadata").path("labels"));
        }
    }

    /** What could take objects of a kind. */
    List<Manifest> all(String kind) {
        List<Manifest> all = new ArrayList<>(model.ofKind(ScrapeTargets.GROUP, "Prometheus"));
        all.addAll(
                model.ofKind(ScrapeTargets.GROUP, kind.equals("PrometheusRule") ? "ThanosRuler" : "PrometheusAgent"));
        return all;
    }

    /** The name of the field for objects of a kind, without its ending. */
    static String field(String kind) {
        return switch (kind) {
            case "ServiceMonitor" -> "serviceMonitor";
            case "PodMonitor" -> "podMonitor";
            case "Probe" -> "probe";
            case "ScrapeConfig" -> "scrapeConfig";
            default -> "rule";
        };
    }

    /** Why an object is not taken; {@code null} if it is, or may be. */
    @Nullable
    Reason refusal(Manifest taker, Manifest object) {
        String kind = object.id().kind();
        String field = field(kind) + "Selector";
        JsonNode spec = taker.tree().path("spec");
        JsonNode selector = spec.path(field);
        if (!selector.isObject()) {
            return new Reason(taker, "spec." + field, "has no " + field + ", which selects nothing");
        }
        if (!Selectors.matches(selector, object.tree().path("metadata").path("labels"))) {
            return new Reason(taker, "spec." + field, "asks for " + shown(selector) + " in its " + field);
        }
        String namespaceField = field(kind) + "NamespaceSelector";
        JsonNode where = spec.path(namespaceField);
        if (!where.isObject()) {
            return Objects.equals(taker.id().namespace(), object.id().namespace())
                    ? null
                    : new Reason(
                            taker, "spec", "has no " + namespaceField + ", so it looks only into its own namespace");
        }
        return mayBe(where, object.id().namespace())
                ? null
                : new Reason(taker, "spec." + namespaceField, "asks for namespaces with " + shown(where));
    }

    /** Whether an object may be taken. */
    boolean mayTake(Manifest taker, Manifest object) {
        return refusal(taker, object) == null;
    }

    /** Of a namespace that the program does not make, nothing is known but its name. */
    private boolean mayBe(JsonNode selector, @Nullable String namespace) {
        if (Selectors.isEmpty(selector) || namespace == null) {
            return true;
        }
        JsonNode known = namespaces.get(namespace);
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        if (known != null) {
            known.properties().forEach(label -> labels.set(label.getKey(), label.getValue()));
        }
        labels.put(NAME_LABEL, namespace);
        return known == null ? Selectors.matches(onlyName(selector), labels) : Selectors.matches(selector, labels);
    }

    /** What a selector asks of the name, which every namespace has as a label. */
    private static JsonNode onlyName(JsonNode selector) {
        ObjectNode only = JsonNodeFactory.instance.objectNode();
        JsonNode name = selector.path("matchLabels").path(NAME_LABEL);
        if (!name.isMissingNode()) {
            only.putObject("matchLabels").set(NAME_LABEL, name);
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (expression.path("key").asText().equals(NAME_LABEL)) {
                only.withArray("matchExpressions").add(expression);
            }
        }
        return only;
    }

    /** A selector as people read it. */
    static String shown(JsonNode selector) {
        List<String> parts = new ArrayList<>();
        selector.path("matchLabels")
                .properties()
                .forEach(label ->
                        parts.add(label.getKey() + "=" + label.getValue().asText()));
        for (JsonNode expression : selector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            parts.add(expression.path("key").asText() + " "
                    + expression.path("operator").asText()
                    + (values.isEmpty() ? "" : " (" + String.join(", ", values) + ")"));
        }
        return parts.isEmpty() ? "anything" : String.join(",", parts);
    }
}
