package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Syntax;
import dev.gantry.extension.ValueRule;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at the names of the Applications that an ApplicationSet makes, as far as they are known. */
final class SetNamesCheck {

    private static final String FIELD = "spec.template.metadata.name";

    private final Manifest set;
    private final boolean goTemplate;
    private final List<Parameters> generators;
    private final Findings findings;

    SetNamesCheck(Manifest set, boolean goTemplate, List<Parameters> generators, Findings findings) {
        this.set = set;
        this.goTemplate = goTemplate;
        this.generators = generators;
        this.findings = findings;
    }

    void check() {
        JsonNode template = set.tree().path("spec").path("template");
        TemplateText name =
                new TemplateText(template.path("metadata").path("name").asText(""), goTemplate);
        if (name.problem() != null || hasOwnTemplate()) {
            return;
        }
        if (!name.hasActions() && makesSeveral()) {
            findings.add(
                    set,
                    FIELD,
                    Finding.of(ApplicationSetRule.SAME_NAME, "All Applications of the set would have the same name.")
                            .hint("Put a parameter into it that tells them apart, such as " + example() + "."));
            return;
        }
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < generators.size(); i++) {
            List<JsonNode> sets = generators.get(i).sets();
            for (int j = 0; sets != null && j < sets.size(); j++) {
                String path = FieldPath.item(FieldPath.item("spec.generators", i) + ".list.elements", j);
                String made = name.with(sets.get(j));
                if (made != null) {
                    compare(made, path, seen);
                }
            }
        }
    }

    private void compare(String made, String path, Map<String, String> seen) {
        String first = seen.putIfAbsent(made, path);
        if (first != null) {
            findings.add(
                    set,
                    path,
                    Finding.of(
                                    ApplicationSetRule.SAME_NAME,
                                    "The Application of this element is called \"" + made
                                            + "\", as is that of another one.")
                            .hint("Put a parameter into the name that tells them apart.")
                            .related(set.lineOf(first), "the first one"));
            return;
        }
        String problem = Syntax.DNS_SUBDOMAIN.problem(made);
        if (problem != null && !set.hasFlaw(FIELD)) {
            findings.add(
                    set,
                    path,
                    Finding.of(
                                    ValueRule.NAME,
                                    "The Application of this element is called \"" + made + "\", which " + problem
                                            + ".")
                            .hint(Syntax.DNS_SUBDOMAIN.description()));
        }
    }

    /** Whether a generator has a template of its own, in which there may be another name. */
    private boolean hasOwnTemplate() {
        for (JsonNode generator : set.tree().path("spec").path("generators")) {
            for (JsonNode content : generator) {
                if (content.has("template")) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean makesSeveral() {
        if (generators.size() > 1) {
            return true;
        }
        JsonNode only = set.tree().path("spec").path("generators").path(0);
        if (only.has("selector")) {
            return false;
        }
        if (only.path("list").path("elements").size() > 1) {
            return true;
        }
        if (only.has("clusters")) {
            return only.path("clusters").isEmpty();
        }
        for (JsonNode directory : only.path("git").path("directories")) {
            if (directory.path("path").asText().contains("*")) {
                return true;
            }
        }
        return false;
    }

    private String example() {
        return goTemplate ? "{{ .name }}" : "{{name}}";
    }
}
