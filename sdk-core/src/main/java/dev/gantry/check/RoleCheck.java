package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.ApiTable;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Likeness;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Looks at what roles allow. */
final class RoleCheck {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> VERBS = List.of(
            "get",
            "list",
            "watch",
            "create",
            "update",
            "patch",
            "delete",
            "deletecollection",
            "use",
            "bind",
            "escalate",
            "impersonate",
            "approve",
            "sign",
            "attest");
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "patch", "delete", "options");
    private static final List<String> ESCALATING = List.of("escalate", "bind", "impersonate");

    private final Model model;
    private final Findings findings;
    private final RuleResourceCheck names;

    RoleCheck(Model model, Findings findings) {
        this.model = model;
        this.findings = findings;
        this.names = new RuleResourceCheck(findings);
    }

    void check() {
        for (Manifest role : model.ofKind(GROUP, "Role")) {
            checkRules(role, true);
        }
        for (Manifest role : model.ofKind(GROUP, "ClusterRole")) {
            checkRules(role, false);
            checkAggregation(role);
        }
    }

    private void checkRules(Manifest role, boolean namespaced) {
        JsonNode rules = role.tree().path("rules");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.path(i);
            checkComplete(role, i, rule, namespaced);
            checkWildcards(role, i, rule);
            checkVerbs(role, i, rule);
            checkSpelling(role, i, rule);
            names.check(role, i, rule, namespaced);
        }
        for (Reference reference : role.references()) {
            checkPlural(role, reference);
        }
    }

    private void checkComplete(Manifest role, int index, JsonNode rule, boolean namespaced) {
        JsonNode urls = rule.path("nonResourceURLs");
        boolean resources = !rule.path("apiGroups").isEmpty()
                || !rule.path("resources").isEmpty()
                || !rule.path("resourceNames").isEmpty();
        String hint = "Call allow(verbs, resources) with at least one of each.";
        if (rule.path("verbs").isEmpty()) {
            incomplete(role, index, "The rule has no verbs.", hint);
        } else if (urls.isEmpty() && rule.path("apiGroups").isEmpty()) {
            incomplete(
                    role,
                    index,
                    "The rule names no API groups.",
                    "The core group is \"\"; ApiResource knows the group of each resource.");
        } else if (urls.isEmpty() && rule.path("resources").isEmpty()) {
            incomplete(role, index, "The rule names no resources.", hint);
        } else if (!urls.isEmpty() && namespaced) {
            incomplete(
                    role,
                    index,
                    "A Role cannot allow paths that are no resources.",
                    "Use a ClusterRole with nonResourceUrls(verbs, paths), and bind it for the whole cluster.");
        } else if (!urls.isEmpty() && resources) {
            incomplete(role, index, "A rule cannot allow both resources and paths.", "Make two rules of it.");
        }
    }

    private void incomplete(Manifest role, int index, String message, String hint) {
        findings.add(
                role,
                "rules[" + index + "]",
                Finding.of(AccessRule.RULE, message).hint(hint));
    }

    private void checkWildcards(Manifest role, int index, JsonNode rule) {
        boolean verbs = contains(rule.path("verbs"), "*");
        boolean groups = contains(rule.path("apiGroups"), "*");
        boolean resources = contains(rule.path("resources"), "*");
        if (!verbs && !groups && !resources) {
            return;
        }
        List<String> all = new ArrayList<>(3);
        if (verbs) {
            all.add("all verbs");
        }
        if (resources) {
            all.add("all resources");
        }
        if (groups) {
            all.add("all API groups");
        }
        String field = verbs ? "verbs" : resources ? "resources" : "apiGroups";
        findings.add(
                role,
                "rules[" + index + "]." + field,
                Finding.of(
                                AccessRule.WILDCARD,
                                "The rule is for " + Words.list(all, text -> text)
                                        + ", also for those that are added later.")
                        .hint("Name what is needed, such as allow(Verbs.READ, ApiResource.PODS)."));
    }

    private void checkVerbs(Manifest role, int index, JsonNode rule) {
        boolean named = !rule.path("resourceNames").isEmpty();
        List<String> escalating = new ArrayList<>(0);
        for (JsonNode verb : rule.path("verbs")) {
            String text = verb.asText();
            if (!named && ESCALATING.contains(text)) {
                escalating.add(text);
            } else if (named && (text.equals("create") || text.equals("deletecollection")) && isPlain(rule)) {
                findings.add(
                        role,
                        "rules[" + index + "].resourceNames",
                        Finding.of(
                                        AccessRule.NAMED_CREATE,
                                        "The rule allows \"" + text + "\" for certain names, but such a request has no"
                                                + " name: it is never allowed.")
                                .hint("Allow \"" + text + "\" in a rule without names, or not at all."));
            }
        }
        if (!escalating.isEmpty()) {
            findings.add(
                    role,
                    "rules[" + index + "].verbs",
                    Finding.of(
                                    AccessRule.ESCALATION,
                                    "The rule allows " + Words.list(escalating, text -> "\"" + text + "\"")
                                            + ": who has it can get permissions that nobody granted.")
                            .hint("Say which roles or accounts are meant with named(...), or leave it out."));
        }
    }

    /** Verbs are free text to an API server: of one that is like no other, nothing is said. */
    private void checkSpelling(Manifest role, int index, JsonNode rule) {
        List<String> known = rule.path("nonResourceURLs").isEmpty() ? VERBS : METHODS;
        JsonNode verbs = rule.path("verbs");
        for (int i = 0; i < verbs.size(); i++) {
            String verb = verbs.path(i).asText();
            String guess = known.contains(verb) ? null : Likeness.slip(verb, known);
            if (guess != null) {
                findings.add(
                        role,
                        "rules[" + index + "].verbs[" + i + "]",
                        Finding.of(
                                        AccessRule.VERB,
                                        "The rule allows \"" + verb + "\", which is no verb of Kubernetes' own.")
                                .hint("Did you mean \"" + guess + "\"? Pass a Verb where there is one, and"
                                        + " Verbs.custom(...) only for what other API servers know."));
            }
        }
    }

    /** Whether a rule speaks of resources only; a subresource is created under a name that is known. */
    private static boolean isPlain(JsonNode rule) {
        for (JsonNode resource : rule.path("resources")) {
            if (resource.asText().indexOf('/') >= 0) {
                return false;
            }
        }
        return true;
    }

    private void checkPlural(Manifest role, Reference reference) {
        if (!reference.field().startsWith("rules[")) {
            return;
        }
        Kind kind = reference.target().kind();
        String group = kind.group();
        if (ApiTable.plural(group, kind.name()) == null && !isDefined(group, kind.name())) {
            Resource target = reference.target();
            findings.add(
                    role,
                    reference.field(),
                    Finding.of(
                                    AccessRule.PLURAL,
                                    "The program does not define the kind " + kind.name() + " of " + group
                                            + ", so it is not known how its resource is called.")
                            .hint("Call allow(verbs, ApiResource.custom(\"" + group + "\", <plural>).named(\""
                                    + target.name() + "\")), or add the definition to the program.")
                            .related(target.origin(), target + " is made here"));
        }
    }

    private boolean isDefined(String group, String kind) {
        for (Manifest definition : model.ofKind("apiextensions.k8s.io", "CustomResourceDefinition")) {
            JsonNode spec = definition.tree().path("spec");
            if (spec.path("group").asText().equals(group)
                    && spec.path("names").path("kind").asText().equals(kind)) {
                return true;
            }
        }
        return false;
    }

    private void checkAggregation(Manifest role) {
        JsonNode aggregation = role.tree().path("aggregationRule");
        if (aggregation.isMissingNode()) {
            return;
        }
        if (aggregation.path("clusterRoleSelectors").isEmpty()) {
            findings.add(
                    role,
                    "aggregationRule",
                    Finding.of(AccessRule.RULE, "The aggregation selects no ClusterRoles.")
                            .hint("Call aggregates(selector)."));
        } else if (!role.tree().path("rules").isEmpty()) {
            findings.add(
                    role,
                    "rules",
                    Finding.of(
                                    AccessRule.REPLACED,
                                    "The cluster replaces these rules by those of the ClusterRoles that are selected.")
                            .hint("Put them into a ClusterRole of its own that aggregates(...) selects.")
                            .related(role.lineOf("aggregationRule"), "the aggregation"));
        }
    }

    static boolean contains(JsonNode list, String text) {
        for (JsonNode item : list) {
            if (item.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
