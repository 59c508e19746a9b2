package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the destinations that elements of lists make with what a project allows. */
final class ElementDestinationCheck {

    private final Findings findings;

    ElementDestinationCheck(Findings findings) {
        this.findings = findings;
    }

    void check(ApplicationSpec application, Project project) {
        if (!application.isTemplate()
                || !application.destination().toString().contains("{{")
                || isPatched(application.manifest())) {
            return;
        }
        JsonNode spec = application.manifest().tree().path("spec");
        boolean goTemplate = spec.path("goTemplate").asBoolean();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < spec.path("generators").size(); i++) {
            List<JsonNode> sets =
                    Parameters.of(spec.path("generators").path(i), goTemplate).sets();
            for (int j = 0; sets != null && j < sets.size(); j++) {
                String server = filled(application, "server", sets.get(j), goTemplate);
                String name = filled(application, "name", sets.get(j), goTemplate);
                String namespace = filled(application, "namespace", sets.get(j), goTemplate);
                if (server != null
                        && name != null
                        && namespace != null
                        && server.isEmpty() != name.isEmpty()
                        && !project.allowsDestination(server, name, namespace)
                        && seen.add(server + " " + name + " " + namespace)) {
                    String cluster = server.isEmpty() ? "the cluster \"" + name + "\"" : server;
                    report(
                            application,
                            project,
                            FieldPath.item(FieldPath.item("spec.generators", i) + ".list.elements", j),
                            namespace.isEmpty() ? cluster : "the namespace \"" + namespace + "\" in " + cluster);
                }
            }
        }
    }

    private void report(ApplicationSpec application, Project project, String path, String destination) {
        findings.add(
                application.manifest(),
                path,
                Finding.of(
                                ApplicationRule.FORBIDDEN_DESTINATION,
                                project.manifest() + " does not allow " + destination
                                        + ", to which the Application of this element deploys.")
                        .hint("Call destination(cluster, namespace) on the project, or choose another project.")
                        .related(application.manifest().lineOf(application.field("destination")), "the destination")
                        .related(project.manifest().lineOf("spec.destinations"), "what the project allows"));
    }

    private static @Nullable String filled(
            ApplicationSpec application, String field, JsonNode parameters, boolean goTemplate) {
        TemplateText text =
                new TemplateText(application.destination().path(field).asText(""), goTemplate);
        return text.problem() == null ? text.with(parameters) : null;
    }

    /** Whether Applications may be other than the template says. */
    static boolean isPatched(Manifest set) {
        JsonNode spec = set.tree().path("spec");
        if (spec.has("templatePatch")) {
            return true;
        }
        for (JsonNode generator : spec.path("generators")) {
            for (JsonNode content : generator) {
                if (content.has("template")) {
                    return true;
                }
            }
        }
        return false;
    }
}
