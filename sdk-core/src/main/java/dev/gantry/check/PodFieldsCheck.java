package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for fields of pods and their containers that exclude each other. */
final class PodFieldsCheck {

    private static final List<String> HOST_NAMESPACES = List.of("hostNetwork", "hostPID", "hostIPC");
    private static final Pattern SYSCTL =
            Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");

    private final PodFindings findings;

    PodFieldsCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(PodContainer container) {
        JsonNode pod = container.workload().podSpec();
        JsonNode security = container.node().path("securityContext");
        if (security.isObject()) {
            checkSecurity(container, pod, security);
        }
        if (isFalse(pod.path("hostUsers"))
                && !container.node().path("volumeDevices").isEmpty()) {
            findings.add(
                    container,
                    "volumeDevices",
                    PodRule.FIELDS,
                    "A pod with users of its own cannot have devices.",
                    "Call mount(...), or leave out hostUsers(false).");
        }
        JsonNode resize = container.node().path("resizePolicy");
        boolean never = pod.path("restartPolicy").asText().equals("Never");
        for (int i = 0; i < resize.size(); i++) {
            if (never && resize.path(i).path("restartPolicy").asText().equals("RestartContainer")) {
                findings.add(
                        container,
                        "resizePolicy[" + i + "].restartPolicy",
                        PodRule.FIELDS,
                        "The container is to be restarted when it is resized, but the pod restarts none.",
                        "Pass ResizeRestartPolicy.NOT_REQUIRED, or another restart policy of the pod.");
            }
        }
    }

    private void checkSecurity(PodContainer container, JsonNode pod, JsonNode security) {
        if (security.path("procMount").asText().equals("Unmasked") && !isFalse(pod.path("hostUsers"))) {
            findings.add(
                    container,
                    "securityContext.procMount",
                    PodRule.FIELDS,
                    "Only a pod with users of its own may see all of /proc.",
                    "Call hostUsers(false), or leave out procMount(...).");
        }
        if (!isFalse(security.path("allowPrivilegeEscalation"))) {
            return;
        }
        if (security.path("privileged").asBoolean()) {
            addPrivilege(container, "a privileged container always may", "privileged(true)");
            return;
        }
        for (JsonNode capability : security.path("capabilities").path("add")) {
            if (capability.asText().equals("CAP_SYS_ADMIN")) {
                addPrivilege(container, "one with CAP_SYS_ADMIN always may", "the capability");
                return;
            }
        }
    }

    private void addPrivilege(PodContainer container, String why, String what) {
        findings.add(
                container,
                "securityContext.allowPrivilegeEscalation",
                PodRule.PRIVILEGE,
                "The container \"" + container.name() + "\" may not gain privileges, but " + why + ".",
                "Leave out " + what + ", or allowPrivilegeEscalation(false).");
    }

    void check(Workload workload) {
        JsonNode pod = workload.podSpec();
        if (pod.path("hostPID").asBoolean() && pod.path("shareProcessNamespace").asBoolean()) {
            add(
                    workload,
                    "shareProcessNamespace",
                    "The containers see the processes of the node, so they cannot have ones of the pod.",
                    "Call hostPid(true) or shareProcessNamespace(true), not both.");
        }
        if (isFalse(pod.path("hostUsers"))) {
            for (String field : HOST_NAMESPACES) {
                if (pod.path(field).asBoolean()) {
                    add(
                            workload,
                            field,
                            "A pod with users of its own cannot have " + field + ".",
                            "Leave it out, or leave out hostUsers(false).");
                }
            }
        }
        JsonNode gates = pod.path("schedulingGates");
        if (!gates.isEmpty()) {
            checkGates(workload, pod, gates);
        }
        JsonNode sysctls = pod.path("securityContext").path("sysctls");
        if (!sysctls.isEmpty()) {
            checkSysctls(workload, pod, sysctls);
        }
    }

    private void checkGates(Workload workload, JsonNode pod, JsonNode gates) {
        if (!pod.path("nodeName").asText("").isEmpty()) {
            add(
                    workload,
                    "nodeName",
                    "The pod waits for its scheduling gates, so it cannot have a node already.",
                    "Call nodeName(...) or schedulingGates(...), not both.");
        }
        Repeats.find(
                gates,
                Repeats.field("name"),
                (first, second) -> findings.addRepeat(
                        workload,
                        "schedulingGates[" + second + "].name",
                        "schedulingGates[" + first + "].name",
                        PodRule.FIELDS,
                        "There is another scheduling gate with the name \""
                                + gates.path(second).path("name").asText() + "\".",
                        "Name each gate once."));
    }

    private void checkSysctls(Workload workload, JsonNode pod, JsonNode sysctls) {
        String path = "securityContext.sysctls[";
        Repeats.find(
                sysctls,
                Repeats.field("name"),
                (first, second) -> findings.addRepeat(
                        workload,
                        path + second + "].name",
                        path + first + "].name",
                        PodRule.FIELDS,
                        "The kernel parameter \""
                                + sysctls.path(second).path("name").asText() + "\" is set twice.",
                        "Set it once."));
        for (int i = 0; i < sysctls.size(); i++) {
            String name = sysctls.path(i).path("name").asText("");
            if (!SYSCTL.matcher(name).matches()) {
                add(
                        workload,
                        path + i + "].name",
                        "\"" + name + "\" is not the name of a kernel parameter.",
                        "Write a-z, 0-9, '-' and '_' with '.' or '/' between, such as net.core.somaxconn.");
            }
            String dotted = name.indexOf('.') < 0 ? name.replace('/', '.') : name;
            if (dotted.startsWith("net.") && pod.path("hostNetwork").asBoolean()) {
                add(
                        workload,
                        path + i + "].name",
                        "The pod has the network of its node, so it cannot set \"" + name + "\".",
                        "Leave it out, or leave out hostNetwork(true).");
            }
        }
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.booleanValue();
    }

    private void add(Workload workload, String field, String message, String hint) {
        findings.add(workload, field, PodRule.FIELDS, message, hint);
    }
}
