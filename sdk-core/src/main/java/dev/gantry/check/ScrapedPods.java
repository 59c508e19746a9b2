package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one endpoint of a PodMonitor has scraped in the pods of one workload. */
final class ScrapedPods {

    private final Manifest monitor;
    private final int index;
    private final JsonNode endpoint;
    private final Workload workload;

    ScrapedPods(Manifest monitor, int index, Workload workload) {
        this.monitor = monitor;
        this.index = index;
        this.endpoint = monitor.tree().path("spec").path("podMetricsEndpoints").path(index);
        this.workload = workload;
    }

    List<ScrapeTarget> targets() {
        List<ScrapeTarget> targets = new ArrayList<>();
        JsonNode wanted = wanted();
        String job = Scrapes.job(endpoint, job());
        for (PodContainer container : workload.containers()) {
            for (JsonNode port : container.ports()) {
                if (container.runsBesideOthers() && (wanted.isMissingNode() || Scrapes.isPort(port, wanted))) {
                    targets.add(new ScrapeTarget(
                            monitor,
                            "spec.podMetricsEndpoints[" + index + "]",
                            endpoint,
                            null,
                            workload,
                            container,
                            port,
                            port.path("containerPort").asInt(),
                            job));
                }
            }
        }
        return targets;
    }

    /** The first that is given of these three counts; a missing node means every port. */
    private JsonNode wanted() {
        if (!endpoint.path("port").asText().isEmpty()) {
            return endpoint.path("port");
        }
        return endpoint.has("portNumber") ? endpoint.path("portNumber") : endpoint.path("targetPort");
    }

    private @Nullable String job() {
        String label = monitor.tree().path("spec").path("jobLabel").asText();
        String value = workload.labels().path(label).asText();
        if (!value.isEmpty()) {
            return value;
        }
        String namespace = monitor.id().namespace();
        return namespace == null ? null : namespace + "/" + monitor.id().name();
    }
}
