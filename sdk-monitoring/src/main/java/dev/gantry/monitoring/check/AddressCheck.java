package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.finding.Finding;

/** Whether there are targets in a scrape configuration, and whether they are host and port. */
final class AddressCheck {

    private static final String STATIC = "staticConfigs";

    private final Findings findings;

    AddressCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Manifest config) {
        JsonNode spec = config.tree().path("spec");
        boolean targets = spec.properties().stream()
                .anyMatch(
                        field -> field.getKey().equals(STATIC) || field.getKey().endsWith("SDConfigs"));
        if (!targets) {
            findings.add(
                    config,
                    "spec",
                    Finding.of(MonitorRule.NO_ENDPOINTS, "The ScrapeConfig names no targets, so nothing is scraped.")
                            .hint("Call targets(addresses), or a way to find them such as dnsSd(...)."));
        }
        if (isAddressSet(spec.path("relabelings"))) {
            return; // such as the targets of a prober, which are URLs
        }
        JsonNode lists = spec.path(STATIC);
        for (int i = 0; i < lists.size(); i++) {
            JsonNode addresses = lists.path(i).path("targets");
            for (int j = 0; j < addresses.size(); j++) {
                String address = addresses.path(j).asText();
                if (address.contains("/")) {
                    findings.add(
                            config,
                            "spec." + STATIC + "[" + i + "].targets[" + j + "]",
                            Finding.of(
                                            MonitorRule.ADDRESS,
                                            "The target \"" + address
                                                    + "\" is not host and port, so Prometheus does not scrape it.")
                                    .hint("Write such as \"10.0.0.1:9100\", and call scheme(...) and metricsPath(...)"
                                            + " for the rest."));
                }
            }
        }
    }

    private static boolean isAddressSet(JsonNode steps) {
        for (JsonNode step : steps) {
            if (step.path("targetLabel").asText().contains("__address__")
                    || step.path("action").asText().equals("labelmap")) {
                return true;
            }
        }
        return false;
    }
}
