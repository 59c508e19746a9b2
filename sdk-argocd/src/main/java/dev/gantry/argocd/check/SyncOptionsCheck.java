package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.extension.Likeness;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at sync options: whether Argo CD knows them, and whether all of them have an effect. */
final class SyncOptionsCheck {

    private static final String ANNOTATION = "argocd.argoproj.io/sync-options";
    private static final List<String> SWITCH = List.of("true", "false");
    private static final List<String> DELETING = List.of("true", "false", "confirm");

    /** What Argo CD asks only the annotation of a resource for. */
    private static final Set<String> OF_RESOURCES = Set.of("Force");

    private static final Map<String, List<String>> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("ApplyOutOfSyncOnly", SWITCH),
            Map.entry("ClientSideApplyMigration", SWITCH),
            Map.entry("CreateNamespace", SWITCH),
            Map.entry("Delete", DELETING),
            Map.entry("FailOnSharedResource", SWITCH),
            Map.entry("Force", SWITCH),
            Map.entry("Prune", DELETING),
            Map.entry("PruneLast", SWITCH),
            Map.entry("PrunePropagationPolicy", List.of("foreground", "background", "orphan")),
            Map.entry("Replace", SWITCH),
            Map.entry("RespectIgnoreDifferences", SWITCH),
            Map.entry("ServerSideApply", SWITCH),
            Map.entry("SkipDryRunOnMissingResource", SWITCH),
            Map.entry("Validate", SWITCH)));

    private final Findings findings;

    SyncOptionsCheck(Findings findings) {
        this.findings = findings;
    }

    void check(List<ApplicationSpec> applications) {
        for (ApplicationSpec application : applications) {
            JsonNode options = application.syncPolicy().path("syncOptions");
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < options.size(); i++) {
                String option = options.path(i).asText();
                if (application.isKnown(option)) {
                    checkOption(application, i, option);
                    checkRepeated(application, options, i, places.putIfAbsent(option.split("=", 2)[0], i));
                }
            }
            contradict(application, options, "Replace=true", "ServerSideApply=true", "Replace=true wins.");
            checkPrune(application, options);
        }
    }

    private void checkOption(ApplicationSpec application, int index, String option) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = option.substring(equals + 1);
        List<String> values = VALUES.get(name);
        if (values == null) {
            String guess = Likeness.closest(name, VALUES.keySet());
            report(
                    application,
                    index,
                    ApplicationRule.UNKNOWN_OPTION,
                    "Argo CD has no sync option \"" + name + "\".",
                    guess == null
                            ? "Use one of the constants of SyncOption. If it is newer than this version of the SDK, accept"
                                    + " this finding with finding(code, Severity.OFF, reason)."
                            : "Did you mean " + guess + "?");
        } else if (equals < 0 || !values.contains(value)) {
            report(
                    application,
                    index,
                    ApplicationRule.UNKNOWN_OPTION,
                    "The sync option \"" + option + "\" has no effect.",
                    "Write " + name + "=" + String.join(" or " + name + "=", values) + ".");
        } else if (OF_RESOURCES.contains(name)) {
            report(
                    application,
                    index,
                    ApplicationRule.UNKNOWN_OPTION,
                    "Argo CD looks for the sync option \"" + option
                            + "\" in the annotations of resources, and not in an Application.",
                    "Leave it out, and give it to each resource that needs it: annotation(\"" + ANNOTATION + "\", \""
                            + option + ",Replace=true\").");
        }
    }

    private void checkRepeated(ApplicationSpec application, JsonNode options, int index, @Nullable Integer first) {
        if (first != null && !options.path(first).equals(options.path(index))) {
            report(
                    application,
                    index,
                    ApplicationRule.CONTRADICTION,
                    "There are both " + options.path(first).asText() + " and "
                            + options.path(index).asText() + ".",
                    "Keep one of them.");
        }
    }

    private void contradict(ApplicationSpec application, JsonNode options, String one, String other, String effect) {
        int first = indexOf(options, one);
        int second = indexOf(options, other);
        if (first >= 0 && second >= 0) {
            report(
                    application,
                    Math.max(first, second),
                    ApplicationRule.CONTRADICTION,
                    "There are both " + one + " and " + other + ": " + effect,
                    "Keep one of them; a single resource can have another one in its annotation " + ANNOTATION + ".");
        }
    }

    private void checkPrune(ApplicationSpec application, JsonNode options) {
        int option = indexOf(options, "Prune=false");
        if (option >= 0
                && application.syncPolicy().path("automated").path("prune").asBoolean()) {
            report(
                    application,
                    option,
                    ApplicationRule.CONTRADICTION,
                    "Automated sync is to prune, but Prune=false keeps every resource.",
                    "Leave one of prune(true) and SyncOption.NO_PRUNE out.");
        }
    }

    private void report(ApplicationSpec application, int index, ApplicationRule rule, String message, String hint) {
        findings.add(
                application.manifest(),
                FieldPath.item(application.field("syncPolicy.syncOptions"), index),
                Finding.of(rule, message).hint(hint));
    }

    private static int indexOf(JsonNode list, String text) {
        for (int i = 0; i < list.size(); i++) {
            if (list.path(i).asText().equals(text)) {
                return i;
            }
        }
        return -1;
    }
}
