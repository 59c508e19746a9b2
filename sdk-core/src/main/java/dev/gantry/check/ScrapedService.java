package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one endpoint of a ServiceMonitor has scraped behind one Service. */
final class ScrapedService {

    private final Manifest monitor;
    private final int index;
    private final JsonNode endpoint;
    private final Manifest service;
    private final List<Workload> pods;
    private final List<ScrapeTarget> targets = new ArrayList<>();

    ScrapedService(Model model, Manifest monitor, int index, Manifest service) {
        this.monitor = monitor;
        this.index = index;
        this.endpoint = monitor.tree().path("spec").path("endpoints").path(index);
        this.service = service;
        JsonNode selector = service.tree().path("spec").path("selector");
        this.pods = selector.isEmpty()
                ? List.of()
                : model.workloads().selectedBy(service.id().namespace(), selector);
    }

    /** The operator looks at {@code targetPort} only where there is no {@code port}; with neither, all ports are scraped. */
    List<ScrapeTarget> targets() {
        String name = endpoint.path("port").asText();
        JsonNode target = endpoint.path("targetPort");
        if (name.isEmpty() && !target.isMissingNode()) {
            pods.forEach(workload -> add(workload, target));
            return targets;
        }
        for (JsonNode port : service.tree().path("spec").path("ports")) {
            if (name.isEmpty() || port.path("name").asText().equals(name)) {
                JsonNode leadsTo = port.has("targetPort") ? port.path("targetPort") : port.path("port");
                pods.forEach(workload -> add(workload, leadsTo));
            }
        }
        return targets;
    }

    private void add(Workload workload, JsonNode target) {
        boolean declared = false;
        for (PodContainer container : workload.containers()) {
            for (JsonNode port : container.ports()) {
                if (container.runsBesideOthers() && Scrapes.isPort(port, target)) {
                    declared = true;
                    add(workload, container, port, port.path("containerPort").asInt());
                }
            }
        }
        if (!declared && target.asInt() > 0) {
            add(workload, null, null, target.asInt());
        }
    }

    private void add(Workload workload, @Nullable PodContainer container, @Nullable JsonNode port, int number) {
        targets.add(new ScrapeTarget(
                monitor,
                "spec.endpoints[" + index + "]",
                endpoint,
                service,
                workload,
                container,
                port,
                number,
                Scrapes.job(endpoint, job())));
    }

    private String job() {
        String label = monitor.tree().path("spec").path("jobLabel").asText();
        String value =
                service.tree().path("metadata").path("labels").path(label).asText();
        return value.isEmpty() ? service.id().name() : value;
    }
}
