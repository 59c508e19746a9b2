package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Looks for fields of probes and lifecycle hooks that only others of them may have. */
final class ProbeCheck {

    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> HOOKS = List.of("postStart", "preStop");

    private static final int USUAL_GRACE_SECONDS = 30;

    private final PodFindings findings;

    ProbeCheck(PodFindings findings) {
        this.findings = findings;
    }

    void check(PodContainer container) {
        for (String name : PROBES) {
            JsonNode probe = container.node().path(name);
            if (!probe.isObject()) {
                continue;
            }
            checkPlace(container, name);
            checkHeaders(container, name, probe);
            if (name.equals("readinessProbe")) {
                if (probe.path("terminationGracePeriodSeconds").isNumber()) {
                    add(
                            container,
                            name + ".terminationGracePeriodSeconds",
                            "A readiness probe stops no container, so it has no grace period.",
                            "Leave it out, or set it on the liveness probe.");
                }
            } else if (probe.path("successThreshold").asInt() > 1) {
                add(
                        container,
                        name + ".successThreshold",
                        "One good answer is enough for a " + name.substring(0, name.length() - "Probe".length())
                                + " probe, but this one wants "
                                + probe.path("successThreshold").asText() + ".",
                        "Leave it out; only readiness probes can want more than 1.");
            }
        }
        checkHooks(container);
    }

    private void checkHooks(PodContainer container) {
        JsonNode lifecycle = container.node().path("lifecycle");
        if (!lifecycle.isObject()) {
            return;
        }
        checkPlace(container, "lifecycle");
        int grace = container
                .workload()
                .podSpec()
                .path("terminationGracePeriodSeconds")
                .asInt(USUAL_GRACE_SECONDS);
        for (String hook : HOOKS) {
            JsonNode handler = lifecycle.path(hook);
            checkHeaders(container, "lifecycle." + hook, handler);
            int seconds = handler.path("sleep").path("seconds").asInt();
            if (seconds > grace) {
                add(
                        container,
                        "lifecycle." + hook + ".sleep.seconds",
                        "The container sleeps for " + seconds + " seconds, but its pod is given only " + grace
                                + " to end.",
                        "Sleep for less, or give the pod more with terminationGracePeriod(...).");
            }
        }
    }

    private void checkPlace(PodContainer container, String field) {
        if (!container.runsBesideOthers() && !container.workload().manifest().hasFlaw(container.path(field))) {
            add(
                    container,
                    field,
                    "The init container \"" + container.name()
                            + "\" ends before the pod is up, so it has no probes and no lifecycle hooks.",
                    "Leave it out, or make it a sidecar(...).");
        }
    }

    private void checkHeaders(PodContainer container, String path, JsonNode owner) {
        JsonNode headers = owner.path("httpGet").path("httpHeaders");
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.path(i).path("name").asText("");
            if (!isHeader(name)) {
                add(
                        container,
                        path + ".httpGet.httpHeaders[" + i + "].name",
                        "\"" + name + "\" is not the name of an HTTP header.",
                        "Use letters, digits and '-'.");
            }
        }
    }

    private static boolean isHeader(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && (c >= 0x80 || !Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private void add(PodContainer container, String field, String message, String hint) {
        findings.add(container, field, PodRule.PROBE, message, hint);
    }
}
