package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Repeats;
import dev.gantry.check.Words;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for what Argo CD rejects in projects: it would not use any of the project then. */
final class AppProjectCheck {

    private static final Pattern ROLE = Pattern.compile("[a-zA-Z0-9]([-_a-zA-Z0-9]*[a-zA-Z0-9])?");
    private static final Set<String> RESOURCES =
            Set.of("applications", "applicationsets", "repositories", "clusters", "exec", "logs");
    private static final Pattern ACTION =
            Pattern.compile("get|create|update|delete|sync|override|\\*|(update|delete|action)/.*");

    private final Findings findings;

    AppProjectCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<Manifest> projects) {
        for (Manifest project : projects) {
            JsonNode spec = project.tree().path("spec");
            repeated(project, spec.path("destinations"), "spec.destinations", AppProjectCheck::destination);
            repeated(project, spec.path("sourceRepos"), "spec.sourceRepos", JsonNode::asText);
            repeated(project, spec.path("sourceNamespaces"), "spec.sourceNamespaces", JsonNode::asText);
            repeated(project, spec.path("roles"), "spec.roles", Repeats.field("name"));
            checkEntries(project, spec);
            new ProjectKindCheck(findings).check(project);
            checkRoles(project, spec.path("roles"));
            new SyncWindowCheck(findings).check(project);
        }
    }

    private static String destination(JsonNode entry) {
        String server = entry.path("server").asText("");
        return (server.isEmpty() ? entry.path("name").asText("") : server) + " "
                + entry.path("namespace").asText("");
    }

    private void repeated(Manifest project, JsonNode list, String path, Function<JsonNode, @Nullable String> key) {
        Repeats.find(
                list,
                key,
                (first, second) -> findings.add(
                        project,
                        FieldPath.item(path, second),
                        Finding.of(
                                        AppProjectRule.REPEATED,
                                        "The list has this already: " + key.apply(list.path(second)) + ".")
                                .hint("Leave one of them out.")
                                .related(project.lineOf(FieldPath.item(path, first)), "the first one")));
    }

    private void checkEntries(Manifest project, JsonNode spec) {
        JsonNode repos = spec.path("sourceRepos");
        for (int i = 0; i < repos.size(); i++) {
            checkDenial(project, FieldPath.item("spec.sourceRepos", i), repos.path(i));
        }
        JsonNode destinations = spec.path("destinations");
        for (int i = 0; i < destinations.size(); i++) {
            JsonNode destination = destinations.path(i);
            String path = FieldPath.item("spec.destinations", i);
            for (String field : List.of("server", "name", "namespace")) {
                checkDenial(project, path + "." + field, destination.path(field));
            }
            if (destination.path("server").asText("").isEmpty()
                    && destination.path("name").asText("").isEmpty()) {
                entry(project, path, "The destination names no cluster.", "Name one, or DestinationCluster.ANY.");
            }
        }
    }

    private void checkDenial(Manifest project, String path, JsonNode pattern) {
        if (pattern.asText("").equals("!*")) {
            entry(project, path, "\"!*\" forbids everything, which Argo CD rejects.", "Leave it out.");
        }
    }

    private void entry(Manifest project, String path, String message, String hint) {
        findings.add(project, path, Finding.of(AppProjectRule.ENTRY, message).hint(hint));
    }

    private void checkRoles(Manifest project, JsonNode roles) {
        for (int i = 0; i < roles.size(); i++) {
            String path = FieldPath.item("spec.roles", i);
            String name = roles.path(i).path("name").asText("");
            if (!ROLE.matcher(name).matches()) {
                policy(
                        project,
                        path + ".name",
                        "A role cannot be called \"" + name + "\".",
                        "Use letters, digits, '-' and '_', with a letter or digit at both ends.");
            }
            JsonNode policies = roles.path(i).path("policies");
            repeated(project, policies, path + ".policies", JsonNode::asText);
            for (int j = 0; j < policies.size(); j++) {
                List<String> problems =
                        problems(project.id().name(), name, policies.path(j).asText());
                if (!problems.isEmpty()) {
                    policy(
                            project,
                            FieldPath.item(path + ".policies", j),
                            "\"" + policies.path(j).asText() + "\" is no policy of this role: "
                                    + Words.list(problems, problem -> problem) + ".",
                            "Call allow(resource, action) or deny(...) on the role.");
                }
            }
        }
    }

    private static List<String> problems(String project, String role, String policy) {
        String[] parts = policy.split(",", -1);
        if (parts.length != 6 || !parts[0].strip().equals("p")) {
            return List.of("it has not the form \"p, subject, resource, action, object, effect\"");
        }
        String subject = "proj:" + project + ":" + role;
        List<String> problems = new ArrayList<>(0);
        if (!parts[1].strip().equals(subject)) {
            problems.add("the subject has to be \"" + subject + "\"");
        }
        if (!RESOURCES.contains(parts[2].strip())) {
            problems.add("there is no resource \"" + parts[2].strip() + "\"");
        }
        if (!ACTION.matcher(parts[3].strip()).matches()) {
            problems.add("there is no action \"" + parts[3].strip() + "\"");
        }
        if (!parts[4].strip().startsWith(project + "/")) {
            problems.add("the object has to begin with \"" + project + "/\"");
        }
        if (!Set.of("allow", "deny").contains(parts[5].strip())) {
            problems.add("the effect has to be allow or deny");
        }
        return problems;
    }

    private void policy(Manifest project, String path, String message, String hint) {
        findings.add(project, path, Finding.of(AppProjectRule.POLICY, message).hint(hint));
    }
}
