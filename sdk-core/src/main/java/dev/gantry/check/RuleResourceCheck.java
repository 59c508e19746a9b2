package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.extension.ApiTable;
import dev.gantry.extension.Likeness;
import dev.gantry.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the resources of access rules with those that Kubernetes has. */
final class RuleResourceCheck {

    private final Findings findings;

    RuleResourceCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Manifest role, int index, JsonNode rule, boolean namespaced) {
        JsonNode groups = rule.path("apiGroups");
        for (JsonNode group : groups) {
            if (!ApiTable.hasGroup(group.asText())) {
                return; // its resources are not known
            }
        }
        JsonNode resources = rule.path("resources");
        for (int i = 0; i < resources.size() && !groups.isEmpty(); i++) {
            String resource = resources.path(i).asText();
            if (resource.equals("*") || resource.startsWith("*/") || resource.isEmpty()) {
                continue;
            }
            String home = groupOf(groups, resource);
            if (home == null) {
                checkUnknown(role, "rules[" + index + "].resources[" + i + "]", groups, resource);
            } else if (namespaced && !resource.startsWith("namespaces") && ApiTable.isClusterScoped(home, resource)) {
                outside(role, "rules[" + index + "].resources[" + i + "]", resource);
            }
        }
    }

    private static @Nullable String groupOf(JsonNode groups, String resource) {
        for (JsonNode group : groups) {
            if (ApiTable.has(group.asText(), resource)) {
                return group.asText();
            }
        }
        return null;
    }

    /** What is unknown, and like nothing that is known, may be newer than the table. */
    private void checkUnknown(Manifest role, String field, JsonNode groups, String resource) {
        String hint = hint(groups, resource);
        if (hint == null) {
            return;
        }
        List<String> names = new ArrayList<>(groups.size());
        groups.forEach(group -> names.add(shown(group.asText())));
        String verb = names.size() == 1 ? " has" : " have";
        findings.add(
                role,
                field,
                Finding.of(
                                AccessRule.NO_RESOURCE,
                                capitalized(Words.list(names, name -> name)) + verb + " no resource \"" + resource
                                        + "\", so the rule allows nothing on it.")
                        .hint(hint));
    }

    private static @Nullable String hint(JsonNode groups, String resource) {
        int slash = resource.indexOf('/');
        String plain = slash < 0 ? resource : resource.substring(0, slash);
        String home = groupOf(groups, plain);
        if (slash >= 0 && home != null) {
            List<String> known = ApiTable.subresources(home, plain);
            String guess = Likeness.closest(resource.substring(slash + 1), known);
            return guess != null
                    ? "Did you mean \"" + plain + "/" + guess + "\"?"
                    : "Its subresources: " + String.join(", ", known) + (known.isEmpty() ? "" : ", ") + "status.";
        }
        List<String> elsewhere = ApiTable.groupsOf(resource);
        if (!elsewhere.isEmpty()) {
            return "It is in " + Words.list(elsewhere, RuleResourceCheck::shown) + ".";
        }
        List<String> known = new ArrayList<>();
        groups.forEach(group -> known.addAll(ApiTable.resources(group.asText())));
        String guess = Likeness.closest(plain, known);
        return guess == null ? null : "Did you mean \"" + guess + (slash < 0 ? "" : resource.substring(slash)) + "\"?";
    }

    private void outside(Manifest role, String field, String resource) {
        findings.add(
                role,
                field,
                Finding.of(
                                AccessRule.OUTSIDE,
                                "The resource \"" + resource
                                        + "\" lives in no namespace, so a Role allows nothing on it.")
                        .hint("Use a ClusterRole, and a ClusterRoleBinding."));
    }

    private static String shown(String group) {
        return group.isEmpty() ? "the core group" : "the group \"" + group + "\"";
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
