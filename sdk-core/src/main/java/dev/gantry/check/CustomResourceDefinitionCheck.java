package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.Syntax;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.schema.SchemaRule;
import dev.gantry.schema.SchemaValidator.Violation;
import dev.gantry.schema.StructureRules;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for definitions of custom resources that a server would reject, or that say what they cannot mean. */
final class CustomResourceDefinitionCheck {

    private static final String NAME_HINT = "Use small letters, digits and '-', beginning with a letter.";

    private final Findings findings;

    CustomResourceDefinitionCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Model model) {
        for (Manifest definition : model.ofKind("apiextensions.k8s.io", "CustomResourceDefinition")) {
            // An older version of the API has the schema elsewhere; VersionCheck says that it is gone.
            if (definition.id().apiVersion().endsWith("/v1")) {
                names(definition);
                versions(definition);
            }
        }
    }

    private void names(Manifest definition) {
        JsonNode spec = definition.tree().path("spec");
        JsonNode names = spec.path("names");
        String group = spec.path("group").asText();
        String plural = names.path("plural").asText();
        if (definition.hasFlaw("spec.versions[0]") && group.isEmpty()) {
            return; // its class says nothing of a group, which is reported
        }
        if (!group.contains(".") || Syntax.DNS_SUBDOMAIN.problem(group) != null) {
            name(
                    definition,
                    "spec.group",
                    "The group \"" + group + "\" is no DNS name with a dot.",
                    "Give a name that you own, such as example.com.");
        } else if (isReserved(group) && !isApproved(definition)) {
            name(
                    definition,
                    "spec.group",
                    "The group " + group + " is reserved for Kubernetes itself.",
                    "Take a group that you own; or annotate the definition with"
                            + " api-approved.kubernetes.io and the address of the approval.");
        }
        word(definition, "spec.names.plural", plural, true);
        word(definition, "spec.names.singular", names.path("singular").asText(), false);
        String kind = names.path("kind").asText();
        String problem = Syntax.DNS_1035_LABEL.problem(kind.toLowerCase(Locale.ROOT));
        if (problem != null) {
            name(
                    definition,
                    "spec.names.kind",
                    "The kind \"" + kind + "\" " + problem + ".",
                    "Use letters and digits, such as WebApp.");
        }
        each(definition, "spec.names.shortNames", names.path("shortNames"));
        each(definition, "spec.names.categories", names.path("categories"));
        String expected = plural + "." + group;
        if (!definition.id().name().equals(expected)) {
            name(
                    definition,
                    "metadata.name",
                    "The definition is named " + definition.id().name() + ", but its plural and group make " + expected
                            + ".",
                    "Name it " + expected + ".");
        }
    }

    private static boolean isReserved(String group) {
        return group.equals("k8s.io")
                || group.endsWith(".k8s.io")
                || group.equals("kubernetes.io")
                || group.endsWith(".kubernetes.io");
    }

    private static boolean isApproved(Manifest definition) {
        return definition.tree().path("metadata").path("annotations").has("api-approved.kubernetes.io");
    }

    private void each(Manifest definition, String path, JsonNode words) {
        for (int i = 0; i < words.size(); i++) {
            word(definition, FieldPath.item(path, i), words.get(i).asText(), true);
        }
    }

    private void word(Manifest definition, String path, String word, boolean needed) {
        String problem = word.isEmpty() && !needed ? null : Syntax.DNS_1035_LABEL.problem(word);
        if (problem != null) {
            name(definition, path, "\"" + word + "\" " + problem + ".", NAME_HINT);
        }
    }

    private void name(Manifest definition, String path, String message, String hint) {
        findings.add(definition, path, Finding.of(SchemaRule.NAMES, message).hint(hint));
    }

    private void versions(Manifest definition) {
        JsonNode versions = definition.tree().path("spec").path("versions");
        int stored = 0;
        int served = 0;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            JsonNode version = versions.get(i);
            String path = "spec.versions[" + i + "]";
            stored += version.path("storage").asBoolean() ? 1 : 0;
            served += version.path("served").asBoolean() ? 1 : 0;
            String name = version.path("name").asText();
            String problem = Syntax.DNS_1035_LABEL.problem(name);
            boolean known = problem != null && definition.hasFlaw(path);
            if (problem != null && !known) {
                version(
                        definition,
                        path + ".name",
                        "The version \"" + name + "\" " + problem + ".",
                        "Name it as Kubernetes does, such as v1 or v1beta2.");
            } else if (!names.add(name) && !known) {
                version(definition, path + ".name", "There are two versions " + name + ".", "Keep one of them.");
            }
            schema(definition, version, path);
        }
        if (versions.isEmpty()) {
            version(definition, "spec.versions", "The definition has no versions.", "Give one.");
        } else if (stored != 1) {
            version(
                    definition,
                    "spec.versions",
                    stored == 0 ? "No version is the one that is stored." : stored + " versions are stored.",
                    "Store one version: set storage: true on it, and false on the others (@Version(storage = ...)).");
        }
        if (!versions.isEmpty() && served == 0) {
            version(
                    definition,
                    "spec.versions",
                    "No version is served.",
                    "Serve one: set served: true (@Version(served = true)).");
        }
    }

    private void version(Manifest definition, String path, String message, String hint) {
        findings.add(definition, path, Finding.of(SchemaRule.VERSIONS, message).hint(hint));
    }

    private void schema(Manifest definition, JsonNode version, String path) {
        JsonNode schema = version.path("schema").path("openAPIV3Schema");
        String at = path + ".schema.openAPIV3Schema";
        if (!schema.isObject()) {
            findings.add(
                    definition,
                    path,
                    Finding.of(SchemaRule.STRUCTURE, "The version has no schema.")
                            .hint("Give schema.openAPIV3Schema."));
            return;
        }
        for (Violation violation : StructureRules.of(schema, at)) {
            if (!definition.hasFlaw(violation.path())) {
                findings.add(
                        definition,
                        violation.path(),
                        Finding.of(violation.rule(), violation.message()).hint(violation.hint()));
            }
        }
        JsonNode subresources = version.path("subresources");
        if (schema.path("properties").has("status") && !subresources.has("status")) {
            findings.add(
                    definition,
                    at + ".properties.status",
                    Finding.of(
                                    SchemaRule.STATUS,
                                    "The resources have a status, but it is no subresource: whoever may change a resource may"
                                            + " change its status, and each change of the status counts as one of the"
                                            + " resource.")
                            .hint("Leave statusSubresource(false) out, or set subresources.status: {}."));
        }
        new DefinitionPaths(findings, definition, schema).check(version, path);
    }

    /** The version of a definition; {@code null} if it has none of that name. */
    static @Nullable JsonNode version(JsonNode definition, String name) {
        for (JsonNode version : definition.path("spec").path("versions")) {
            if (version.path("name").asText().equals(name)) {
                return version;
            }
        }
        return null;
    }
}
