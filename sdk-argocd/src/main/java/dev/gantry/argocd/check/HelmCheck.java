package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.argocd.check.ApplicationSpec.Source;
import dev.gantry.check.Findings;
import dev.gantry.check.Repeats;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.raw.YamlMapping;
import java.util.List;

/** Looks at what sources give to Helm. */
final class HelmCheck {

    private final Findings findings;

    HelmCheck(Findings findings) {
        this.findings = findings;
    }

    void check(ApplicationSpec application, Source source) {
        JsonNode helm = source.node().path("helm");
        if (helm.isEmpty()) {
            return;
        }
        String path = source.field("helm");
        checkValues(application, path + ".values", helm.path("values").asText());
        for (String list : List.of("parameters", "fileParameters")) {
            JsonNode parameters = helm.path(list);
            Repeats.find(
                    parameters,
                    Repeats.field("name"),
                    (first, second) -> repeated(
                            application,
                            FieldPath.item(path + "." + list, first),
                            FieldPath.item(path + "." + list, second),
                            parameters.path(second).path("name").asText()));
        }
    }

    private void checkValues(ApplicationSpec application, String field, String values) {
        String problem = application.isKnown(values) ? YamlMapping.problem(values) : null;
        if (problem != null) {
            findings.add(
                    application.manifest(),
                    field,
                    Finding.of(ApplicationRule.HELM_VALUES, "The text " + problem + ".")
                            .hint("Write keys with a colon and their values, or let a block write the tree:"
                                    + " valuesObject(values -> ...)."));
        }
    }

    private void repeated(ApplicationSpec application, String first, String second, String name) {
        findings.add(
                application.manifest(),
                second,
                Finding.of(
                                ApplicationRule.SAME_PARAMETER,
                                "The parameter \"" + name + "\" is given twice, and only one of the two counts.")
                        .hint("Leave one of them out.")
                        .related(application.manifest().lineOf(first), "it is given here first"));
    }
}
