package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.List;

/** Looks for differences that are ignored of resources which the Application does not have, or of nothing. */
final class IgnoredDifferencesCheck {

    private static final List<String> FIELDS = List.of("jsonPointers", "jqPathExpressions", "managedFieldsManagers");

    private final StackContents contents;
    private final Findings findings;

    IgnoredDifferencesCheck(StackContents contents, Findings findings) {
        this.contents = contents;
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        for (ApplicationSpec application : applications) {
            JsonNode entries = application.spec().path("ignoreDifferences");
            for (int i = 0; i < entries.size(); i++) {
                check(application, entries.path(i), FieldPath.item(application.field("ignoreDifferences"), i));
            }
        }
    }

    private void check(ApplicationSpec application, JsonNode entry, String path) {
        if (FIELDS.stream().allMatch(field -> entry.path(field).isEmpty())) {
            findings.add(
                    application.manifest(),
                    path,
                    Finding.of(ApplicationRule.IGNORED_DIFFERENCES, "It is not said which fields may differ.")
                            .hint("Call jsonPointers(...), jqPathExpressions(...) or managedFieldsManagers(...)."));
        }
        List<Manifest> resources = contents.of(application);
        if (resources.isEmpty() || resources.stream().anyMatch(resource -> isMeant(entry, resource))) {
            return;
        }
        String name = entry.path("name").asText("");
        findings.add(
                application.manifest(),
                path,
                Finding.of(
                                ApplicationRule.IGNORED_DIFFERENCES,
                                "The stack \"" + application.stack() + "\" has no "
                                        + entry.path("kind").asText() + (name.isEmpty() ? "" : " \"" + name + "\"")
                                        + " of " + shown(entry.path("group").asText("")) + ".")
                        .hint("Pass the resource itself: ignoreDifferences(resource, ...)."));
    }

    private static boolean isMeant(JsonNode entry, Manifest resource) {
        return matches(entry, "kind", resource.id().kind())
                && Glob.matches(entry.path("group").asText(""), resource.id().group())
                && matches(entry, "name", resource.id().name());
    }

    private static boolean matches(JsonNode entry, String field, String value) {
        String pattern = entry.path(field).asText("");
        return pattern.isEmpty() || pattern.contains("{{") || Glob.matches(pattern, value);
    }

    private static String shown(String group) {
        return group.isEmpty() ? "the core group" : group;
    }
}
