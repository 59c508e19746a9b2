package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Stack;
import dev.gantry.argocd.StackDeployment;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.field.FieldPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Application, or the template of one, as checks read it.
 *
 * @param manifest the Application or the ApplicationSet
 * @param metadata its {@code metadata}, or the template's
 * @param spec what is to be deployed
 * @param path of {@code spec} in the manifest
 * @param stack the name of the stack that it deploys; {@code null} if that is not known
 */
record ApplicationSpec(
        Manifest manifest,
        JsonNode metadata,
        JsonNode spec,
        String path,
        @Nullable String stack) {

    /** One of its sources. */
    record Source(JsonNode node, String path) {

        String text(String field) {
            return node.path(field).asText("");
        }

        String field(String field) {
            return FieldPath.child(path, field);
        }
    }

    /** Every Application of the program, and the template of every ApplicationSet. */
    static List<ApplicationSpec> allOf(Model model) {
        List<ApplicationSpec> all = new ArrayList<>();
        for (Manifest manifest : model.ofKind(ArgoCdChecks.GROUP, "Application")) {
            all.add(of(manifest, manifest.tree(), "spec"));
        }
        for (Manifest manifest : model.ofKind(ArgoCdChecks.GROUP, "ApplicationSet")) {
            all.add(of(manifest, manifest.tree().path("spec").path("template"), "spec.template.spec"));
        }
        return all;
    }

    private static ApplicationSpec of(Manifest manifest, JsonNode application, String path) {
        String stack = manifest.resource() instanceof StackDeployment deployment
                ? deployment.stack().map(Stack::name).orElse(null)
                : null;
        return new ApplicationSpec(manifest, application.path("metadata"), application.path("spec"), path, stack);
    }

    boolean isTemplate() {
        return manifest.id().kind().equals("ApplicationSet");
    }

    /** In which namespace the Application lives; {@code null} if that is not known. */
    @Nullable
    String namespace() {
        String stated = isTemplate() ? metadata.path("namespace").asText("") : "";
        return stated.isEmpty() ? manifest.id().namespace() : isKnown(stated) ? stated : null;
    }

    String project() {
        return spec.path("project").asText("");
    }

    JsonNode destination() {
        return spec.path("destination");
    }

    JsonNode syncPolicy() {
        return spec.path("syncPolicy");
    }

    /** Where the manifests come from, whichever of the two fields says it. */
    List<Source> sources() {
        List<Source> sources = new ArrayList<>(1);
        JsonNode several = spec.path("sources");
        if (several.isEmpty() && spec.has("source")) {
            sources.add(new Source(spec.path("source"), field("source")));
        }
        for (int i = 0; i < several.size(); i++) {
            sources.add(new Source(several.path(i), FieldPath.item(field("sources"), i)));
        }
        return sources;
    }

    /** The path of a field of the Application's {@code spec}. */
    String field(String name) {
        return path + "." + name;
    }

    /** The nearest field that is there, for a finding about one that may be missing. */
    String present(String name) {
        return spec.has(name) ? field(name) : path;
    }

    /** Whether a text is there, and has no parameters in it. */
    boolean isKnown(String text) {
        return !text.isEmpty() && !(isTemplate() && text.contains("{{"));
    }

    /** Such as {@code Application argocd/shop}. */
    @Override
    public String toString() {
        return manifest.toString();
    }
}
