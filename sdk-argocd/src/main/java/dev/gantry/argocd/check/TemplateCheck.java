package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Words;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Map;

/** Compares the texts of an ApplicationSet's template with the parameters that its generators yield. */
final class TemplateCheck {

    private final Manifest set;
    private final boolean goTemplate;
    private final List<Parameters> generators;
    private final Findings findings;

    TemplateCheck(Manifest set, boolean goTemplate, List<Parameters> generators, Findings findings) {
        this.set = set;
        this.goTemplate = goTemplate;
        this.generators = generators;
        this.findings = findings;
    }

    void check() {
        JsonNode spec = set.tree().path("spec");
        walk(spec.path("template"), "spec.template");
        String patch = spec.path("templatePatch").asText("");
        if (!patch.isEmpty() && !goTemplate) {
            findings.add(
                    set,
                    "spec.templatePatch",
                    Finding.of(ApplicationSetRule.TEMPLATE, "A template patch is only read together with Go templates.")
                            .hint("Call goTemplate()."));
        } else if (!patch.isEmpty()) {
            check(patch, "spec.templatePatch");
        }
    }

    private void walk(JsonNode node, String path) {
        if (node.isTextual()) {
            if (node.asText().contains("{{")) {
                check(node.asText(), path);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.path(i), FieldPath.item(path, i));
            }
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                walk(field.getValue(), FieldPath.child(path, field.getKey()));
            }
        }
    }

    private void check(String text, String path) {
        TemplateText template = new TemplateText(text, goTemplate);
        if (template.problem() != null) {
            findings.add(
                    set,
                    path,
                    Finding.of(ApplicationSetRule.TEMPLATE, "The text " + template.problem() + ".")
                            .hint(
                                    template.remedy().isEmpty()
                                            ? "Write a parameter as " + example("name")
                                                    + "; each field is a template of its own."
                                            : template.remedy()));
            return;
        }
        for (String word : template.words()) {
            if (!isRead(word)) {
                unread(path, word);
                return;
            }
        }
        for (String name : template.parameters()) {
            for (int i = 0; i < generators.size(); i++) {
                if (!generators.get(i).has(name)) {
                    missing(path, name, i);
                    return;
                }
            }
        }
    }

    /** Whether a word without a dot before it is a function, and not a parameter. */
    private boolean isRead(String word) {
        int dot = word.indexOf('.');
        return TemplateFunctions.isKnown(dot < 0 ? word : word.substring(0, dot)) && (dot < 0 || !isParameter(word));
    }

    private boolean isParameter(String word) {
        return generators.stream().anyMatch(generator -> !generator.open() && generator.has(word));
    }

    private void unread(String path, String word) {
        String message;
        String hint;
        if (word.contains(".") || isParameter(word)) {
            message = "Go takes \"" + word + "\" for a function, as there is no dot before it.";
            hint = "Write " + example(word) + ".";
        } else {
            String guess = TemplateFunctions.closest(word);
            message = "There is no function \"" + word + "\".";
            hint = guess == null
                    ? "Functions are Go's, Sprig's and Argo CD's; a parameter has a dot before it, as in "
                            + example(word) + "."
                    : "Did you mean \"" + guess + "\"?";
        }
        findings.add(set, path, Finding.of(ApplicationSetRule.TEMPLATE, message).hint(hint));
    }

    private void missing(String path, String name, int index) {
        Parameters generator = generators.get(index);
        List<String> shown = generator.shown();
        String plain = name.startsWith(".") ? name.substring(1) : name;
        String guess = generator.closest(name);
        String hint;
        if (!goTemplate && name.startsWith(".") && generator.has(plain)) {
            hint = "Call goTemplate(), or write {{" + plain + "}}.";
        } else if (guess != null) {
            hint = "Did you mean \"" + guess + "\"?";
        } else if (shown.isEmpty()) {
            hint = "Give the elements of the list this parameter: all of them need it.";
        } else {
            hint = "It yields " + Words.list(shown, other -> "\"" + other + "\"") + " in every set.";
        }
        findings.add(
                set,
                path,
                Finding.of(
                                ApplicationSetRule.PARAMETER,
                                "The generator does not yield the parameter \"" + name + "\""
                                        + (generator.sets() == null ? "." : " in every element."))
                        .hint(hint)
                        .related(set.lineOf(FieldPath.item("spec.generators", index)), "the generator"));
    }

    private String example(String name) {
        return goTemplate ? "{{ ." + name + " }}" : "{{" + name + "}}";
    }
}
