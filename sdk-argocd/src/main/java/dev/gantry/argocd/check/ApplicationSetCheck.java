package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at the generators of ApplicationSets, and hands what they yield to the checks of templates and rollouts. */
final class ApplicationSetCheck {

    private static final int DEEPEST = 2;

    private final Findings findings;

    ApplicationSetCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> sets) {
        for (Manifest set : sets) {
            JsonNode spec = set.tree().path("spec");
            boolean goTemplate = spec.path("goTemplate").asBoolean();
            JsonNode generators = spec.path("generators");
            if (generators.isEmpty()) {
                findings.add(
                        set,
                        "spec",
                        Finding.of(
                                        ApplicationSetRule.NO_GENERATOR,
                                        "Nothing yields parameters, so no Application is made.")
                                .hint("Call generator(Generator.list(...)), or another one."));
            }
            List<Parameters> parameters = new ArrayList<>();
            for (int i = 0; i < generators.size(); i++) {
                check(set, generators.path(i), FieldPath.item("spec.generators", i), goTemplate, 0);
                parameters.add(Parameters.of(generators.path(i), goTemplate));
            }
            new TemplateCheck(set, goTemplate, parameters, findings).check();
            new SetNamesCheck(set, goTemplate, parameters, findings).check();
            new RolloutCheck(set, goTemplate, parameters, findings).check();
        }
    }

    private void check(Manifest set, JsonNode generator, String path, boolean goTemplate, int depth) {
        List<String> kinds = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : generator.properties()) {
            if (!field.getKey().equals("selector")) {
                kinds.add(field.getKey());
            }
        }
        if (kinds.size() != 1) {
            report(
                    set,
                    path,
                    kinds.isEmpty()
                            ? "It is not said what yields parameters."
                            : "There are " + String.join(" and ", kinds) + " in one generator.",
                    "Make each of them a generator of its own.");
            return;
        }
        String kind = kinds.get(0);
        JsonNode content = generator.path(kind);
        if (kind.equals("list") && !goTemplate) {
            checkTexts(set, content.path("elements"), path + ".list.elements");
        } else if (kind.equals("git")
                && content.path("directories").isEmpty()
                && content.path("files").isEmpty()) {
            report(set, path + ".git", "Neither folders nor files are named.", "Call directories(...) or files(...).");
        }
        if (Parameters.isCombining(kind)) {
            checkCombination(set, kind, content, path + "." + kind, goTemplate, depth);
        }
    }

    private void checkCombination(
            Manifest set, String kind, JsonNode content, String path, boolean goTemplate, int depth) {
        JsonNode generators = content.path("generators");
        if (kind.equals("matrix") && generators.size() != 2) {
            report(
                    set,
                    path,
                    "A matrix has two generators, and not " + generators.size() + ".",
                    "Call Generator.matrix(first, second), and nest another one for more.");
        } else if (kind.equals("merge") && generators.size() < 2) {
            report(
                    set,
                    path,
                    "There is nothing to merge with.",
                    "Pass at least two generators to Generator.merge(...).");
        }
        if (kind.equals("merge") && content.path("mergeKeys").isEmpty()) {
            report(set, path, "It is not said by which parameters sets belong together.", "Set mergeKeys.");
        }
        if (kind.equals("merge")) {
            checkKeys(set, content, path, goTemplate);
        }
        if (depth >= DEEPEST) {
            report(
                    set,
                    path,
                    "It is nested too deeply: Argo CD reads a matrix or merge in another one, but none in that.",
                    "Say it with fewer levels.");
        }
        for (int i = 0; i < generators.size(); i++) {
            check(set, generators.path(i), FieldPath.item(path + ".generators", i), goTemplate, depth + 1);
        }
    }

    private void checkKeys(Manifest set, JsonNode merge, String path, boolean goTemplate) {
        JsonNode generators = merge.path("generators");
        JsonNode keys = merge.path("mergeKeys");
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.path(i).asText();
            for (int j = 0; j < generators.size(); j++) {
                Parameters parameters = Parameters.of(generators.path(j), goTemplate);
                if (!parameters.mayHave(key)) {
                    String guess = parameters.closest(key);
                    findings.add(
                            set,
                            FieldPath.item(path + ".mergeKeys", i),
                            Finding.of(
                                            ApplicationSetRule.GENERATOR,
                                            "A generator does not yield the parameter \"" + key
                                                    + "\", by which it is merged.")
                                    .hint(
                                            guess == null
                                                    ? "Merge by a parameter that all of the generators yield."
                                                    : "Did you mean \"" + guess + "\"?")
                                    .related(set.lineOf(FieldPath.item(path + ".generators", j)), "the generator"));
                    break;
                }
            }
        }
    }

    private void checkTexts(Manifest set, JsonNode elements, String path) {
        for (int i = 0; i < elements.size(); i++) {
            for (Map.Entry<String, JsonNode> parameter : elements.path(i).properties()) {
                boolean values = parameter.getKey().equals("values")
                        && parameter.getValue().isObject();
                if (!parameter.getValue().isTextual() && !values) {
                    report(
                            set,
                            FieldPath.child(FieldPath.item(path, i), parameter.getKey()),
                            "The parameter \"" + parameter.getKey()
                                    + "\" is no text, which only Go templates can take.",
                            "Call goTemplate(), or write it as a text.");
                }
            }
        }
    }

    private void report(Manifest set, String path, String message, String hint) {
        findings.add(
                set, path, Finding.of(ApplicationSetRule.GENERATOR, message).hint(hint));
    }
}
