package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Words;
import dev.gantry.extension.ApiTable;
import dev.gantry.extension.Likeness;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for kinds in the lists of a project that are misspelt, or named with another group than their own. */
final class ProjectKindCheck {

    private static final List<String> LISTS = List.of(
            "clusterResourceWhitelist",
            "clusterResourceBlacklist",
            "namespaceResourceWhitelist",
            "namespaceResourceBlacklist");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+");

    private final Findings findings;

    ProjectKindCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Manifest project) {
        for (String list : LISTS) {
            JsonNode entries = project.tree().path("spec").path(list);
            for (int i = 0; i < entries.size(); i++) {
                String group = entries.path(i).path("group").asText("");
                String kind = entries.path(i).path("kind").asText("");
                String hint = hint(group, kind);
                if (hint != null) {
                    findings.add(
                            project,
                            FieldPath.item("spec." + list, i),
                            Finding.of(
                                            AppProjectRule.UNKNOWN_KIND,
                                            (group.isEmpty() ? "The core group" : "The group \"" + group + "\"")
                                                    + " has no kind \"" + kind + "\".")
                                    .hint(hint));
                }
            }
        }
    }

    /** What was probably meant; {@code null} for what is right, and for what may be a kind that is not known here. */
    private static @Nullable String hint(String group, String kind) {
        if (!NAME.matcher(kind).matches() || !ApiTable.hasGroup(group) || ApiTable.plural(group, kind) != null) {
            return null;
        }
        String resource = plural(kind.toLowerCase(Locale.ROOT));
        String guess = Likeness.closest(resource, ApiTable.resources(group));
        if (guess != null) {
            return "Did you mean the kind of \"" + guess + "\"?";
        }
        List<String> owners = ApiTable.groupsOf(resource).stream()
                .filter(owner -> ApiTable.plural(owner, kind) != null)
                .toList();
        return owners.isEmpty()
                ? null
                : "The kind belongs to "
                        + Words.list(
                                owners,
                                owner -> owner.isEmpty() ? "the core group: \"\"" : "the group \"" + owner + "\"")
                        + ".";
    }

    private static String plural(String kind) {
        if (kind.endsWith("y") && !kind.endsWith("ey")) {
            return kind.substring(0, kind.length() - 1) + "ies";
        }
        return kind.endsWith("s") ? kind + "es" : kind + "s";
    }
}
