package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.extension.Likeness;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at the projects that the elements of a list fill into a template. One that the program does not have may be there all
 * the same, so only what is almost the name of one that it has is a slip.
 */
final class ElementProjectCheck {

    private final Findings findings;

    ElementProjectCheck(Findings findings) {
        this.findings = findings;
    }

    void check(ApplicationSpec application, Collection<String> projects) {
        if (!application.isTemplate()
                || !application.project().contains("{{")
                || ElementDestinationCheck.isPatched(application.manifest())) {
            return;
        }
        JsonNode spec = application.manifest().tree().path("spec");
        boolean goTemplate = spec.path("goTemplate").asBoolean();
        TemplateText template = new TemplateText(application.project(), goTemplate);
        Set<String> seen = new HashSet<>();
        for (int i = 0;
                template.problem() == null && i < spec.path("generators").size();
                i++) {
            List<JsonNode> sets =
                    Parameters.of(spec.path("generators").path(i), goTemplate).sets();
            for (int j = 0; sets != null && j < sets.size(); j++) {
                String project = template.with(sets.get(j));
                String meant = project == null || projects.contains(project) || project.equals("default")
                        ? null
                        : Likeness.slip(project, projects);
                if (project != null && meant != null && seen.add(project)) {
                    report(
                            application,
                            FieldPath.item(FieldPath.item("spec.generators", i) + ".list.elements", j),
                            project,
                            meant);
                }
            }
        }
    }

    private void report(ApplicationSpec application, String path, String project, String meant) {
        findings.add(
                application.manifest(),
                path,
                Finding.of(
                                ApplicationRule.NO_PROJECT,
                                "The program has no AppProject \"" + project
                                        + "\", to which the Application of this element belongs.")
                        .hint("Did you mean \"" + meant + "\"?")
                        .related(application.manifest().lineOf(application.field("project")), "the project"));
    }
}
