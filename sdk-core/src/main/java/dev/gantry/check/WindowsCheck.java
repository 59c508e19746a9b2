package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Looks for fields that only pods on the other operating system can have. */
final class WindowsCheck {

    private static final List<String> OF_PODS = List.of("hostPID", "hostIPC", "hostUsers", "shareProcessNamespace");

    private static final List<String> OF_SECURITY = List.of(
            "appArmorProfile",
            "seLinuxOptions",
            "seccompProfile",
            "fsGroup",
            "fsGroupChangePolicy",
            "sysctls",
            "runAsUser",
            "runAsGroup",
            "supplementalGroups",
            "supplementalGroupsPolicy",
            "capabilities",
            "readOnlyRootFilesystem",
            "privileged",
            "allowPrivilegeEscalation",
            "procMount");

    private final PodFindings findings;

    WindowsCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(Workload workload) {
        String system = workload.podSpec().path("os").path("name").asText();
        if (!system.equals("windows") && !system.equals("linux")) {
            return;
        }
        boolean windows = system.equals("windows");
        if (windows) {
            for (String field : OF_PODS) {
                if (workload.podSpec().has(field)) {
                    findings.add(workload, field, PodRule.FIELDS, message(field, true), hint(true));
                }
            }
        }
        JsonNode security = workload.podSpec().path("securityContext");
        for (String field : windows ? OF_SECURITY : List.of("windowsOptions")) {
            if (security.has(field)) {
                findings.add(
                        workload, "securityContext." + field, PodRule.FIELDS, message(field, windows), hint(windows));
            }
            for (PodContainer container : workload.containers()) {
                if (container.node().path("securityContext").has(field)) {
                    findings.add(
                            container,
                            "securityContext." + field,
                            PodRule.FIELDS,
                            message(field, windows),
                            hint(windows));
                }
            }
        }
    }

    private static String message(String field, boolean windows) {
        return "A pod that runs on " + (windows ? "Windows" : "Linux") + " cannot have " + field + ".";
    }

    private static String hint(boolean windows) {
        return windows ? "Leave it out; windowsOptions(...) has what there is." : "Leave it out.";
    }
}
