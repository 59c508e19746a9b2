package dev.gantry.argocd.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Flaw;
import dev.gantry.field.FieldPath;
import dev.gantry.finding.Finding;
import dev.gantry.workload.Cron;
import java.util.Map;
import java.util.Set;

/** Looks for sync windows that Argo CD rejects, and with them the whole project. */
final class SyncWindowCheck {

    private static final int LONGEST_DESCRIPTION = 255;

    /** With what a schedule may begin here, though not in a CronJob. */
    private static final String TIME_ZONE = "TZ=";

    /** What the macros of cron stand for, which Argo CD does not read. */
    private static final Map<String, String> MACROS = Map.of(
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *",
            "@weekly", "0 0 * * 0",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");

    private final Findings findings;

    SyncWindowCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Manifest project) {
        JsonNode windows = project.tree().path("spec").path("syncWindows");
        for (int i = 0; i < windows.size(); i++) {
            check(project, FieldPath.item("spec.syncWindows", i), windows.path(i));
        }
    }

    private void check(Manifest project, String path, JsonNode window) {
        if (window.path("applications").isEmpty()
                && window.path("namespaces").isEmpty()
                && window.path("clusters").isEmpty()) {
            report(
                    project,
                    path,
                    "The window is for nothing.",
                    "Call applications(\"*\"), namespaces(...) or clusters(...).");
        }
        if (!Set.of("allow", "deny").contains(window.path("kind").asText(""))) {
            report(project, path, "The window neither allows nor denies.", "Set kind to allow or deny.");
        }
        if (window.path("description").asText("").length() > LONGEST_DESCRIPTION) {
            report(project, path + ".description", "The description is too long.", "Use at most 255 characters.");
        }
        checkSchedule(project, path + ".schedule", window.path("schedule").asText(""));
    }

    private void checkSchedule(Manifest project, String path, String schedule) {
        if (schedule.startsWith("@")) {
            report(
                    project,
                    path,
                    "Argo CD does not read \"" + schedule + "\": its schedules have no macros.",
                    "Write it in five fields: Cron.of(\"" + MACROS.getOrDefault(schedule, "0 22 * * *") + "\").");
        } else if (!project.hasFlaw(path) && !schedule.contains(TIME_ZONE)) {
            for (Flaw flaw : Cron.of(schedule).flaws()) {
                report(
                        project,
                        path,
                        flaw.message(),
                        "Write minute, hour, day of the month, month and day of the week, such as \"0 22 * * mon-fri\".");
            }
        }
    }

    private void report(Manifest project, String path, String message, String hint) {
        findings.add(project, path, Finding.of(AppProjectRule.WINDOW, message).hint(hint));
    }
}
