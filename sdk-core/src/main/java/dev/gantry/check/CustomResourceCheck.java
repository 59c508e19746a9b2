package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.ApiTable;
import dev.gantry.extension.Reference;
import dev.gantry.finding.Finding;
import dev.gantry.schema.OfClass;
import dev.gantry.schema.ResourceClass;
import dev.gantry.schema.SchemaRule;
import dev.gantry.schema.SchemaValidator;
import dev.gantry.schema.SchemaValidator.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares custom resources with what defines them: the definition in the program, or else their class. */
final class CustomResourceCheck {

    private final Model model;
    private final Findings findings;
    private final Map<String, Manifest> definitions = new HashMap<>();

    CustomResourceCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
        for (Manifest definition : model.ofKind("apiextensions.k8s.io", "CustomResourceDefinition")) {
            JsonNode spec = definition.tree().path("spec");
            definitions.putIfAbsent(
                    key(
                            spec.path("group").asText(),
                            spec.path("names").path("kind").asText()),
                    definition);
        }
    }

    void check() {
        for (Manifest manifest : model.manifests()) {
            Manifest definition =
                    definitions.get(key(manifest.id().group(), manifest.id().kind()));
            if (definition != null) {
                compare(manifest, definition);
            } else if (manifest.resource() instanceof OfClass resource) {
                compare(manifest, ResourceClass.of(resource.type()).schema(), null);
            }
        }
        model.ofKind("autoscaling", "HorizontalPodAutoscaler").forEach(this::scalable);
    }

    private static String key(String group, String kind) {
        return kind + "." + group;
    }

    private void compare(Manifest manifest, Manifest definition) {
        String apiVersion = manifest.id().apiVersion();
        String name = apiVersion.substring(apiVersion.indexOf('/') + 1);
        JsonNode version = CustomResourceDefinitionCheck.version(definition.tree(), name);
        if (version == null || !version.path("served").asBoolean()) {
            findings.add(
                    manifest,
                    "apiVersion",
                    Finding.of(
                                    SchemaRule.NOT_SERVED,
                                    "The definition " + definition.id().name()
                                            + (version == null ? " has no version " : " does not serve the version ")
                                            + name
                                            + ".")
                            .hint("Its versions: " + String.join(", ", served(definition.tree())) + ".")
                            .related(definition.origin(), "the definition is here"));
        }
        if (version != null) {
            compare(manifest, version.path("schema").path("openAPIV3Schema"), definition);
        }
    }

    private static List<String> served(JsonNode definition) {
        List<String> names = new ArrayList<>();
        for (JsonNode version : definition.path("spec").path("versions")) {
            if (version.path("served").asBoolean()) {
                names.add(version.path("name").asText());
            }
        }
        return names.isEmpty() ? List.of("none") : names;
    }

    private void compare(Manifest manifest, JsonNode schema, @Nullable Manifest definition) {
        if (!schema.isObject()) {
            return;
        }
        for (Violation violation : SchemaValidator.ofObject(schema, manifest.tree())) {
            if (!manifest.hasFlaw(violation.path())) {
                findings.add(
                        manifest,
                        violation.path(),
                        Finding.of(violation.rule(), violation.message())
                                .hint(violation.hint())
                                .related(definition == null ? null : definition.origin(), "the definition is here"));
            }
        }
    }

    /** An autoscaler changes the scale subresource of its target, which a custom resource has only if its definition says so. */
    private void scalable(Manifest autoscaler) {
        JsonNode target = autoscaler.tree().path("spec").path("scaleTargetRef");
        String apiVersion = target.path("apiVersion").asText();
        String kind = target.path("kind").asText();
        Manifest definition = definitions.get(key(ApiTable.group(apiVersion), kind));
        boolean scalable;
        if (definition == null) {
            scalable = isScalable(autoscaler);
        } else {
            JsonNode version = CustomResourceDefinitionCheck.version(
                    definition.tree(), apiVersion.substring(apiVersion.indexOf('/') + 1));
            scalable = version == null || version.path("subresources").has("scale");
        }
        if (!scalable) {
            findings.add(
                    autoscaler,
                    "spec.scaleTargetRef",
                    Finding.of(
                                    SchemaRule.NOT_SCALABLE,
                                    "The autoscaler follows a " + kind
                                            + ", which has no scale subresource: there is nothing that it could change.")
                            .hint("Mark the numbers of replicas of its class with @SpecReplicas and @StatusReplicas.")
                            .related(definition == null ? null : definition.origin(), "the definition is here"));
        }
    }

    /** Whether the class of the resource that an autoscaler names has the subresource; also if there is no such class. */
    private static boolean isScalable(Manifest autoscaler) {
        for (Reference reference : autoscaler.references()) {
            if (reference.target() instanceof OfClass resource) {
                return ResourceClass.of(resource.type()).isScalable();
            }
        }
        return true;
    }
}
