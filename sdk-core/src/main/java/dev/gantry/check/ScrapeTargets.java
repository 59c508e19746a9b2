package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ServiceMonitors and PodMonitors of the program have scraped, read from their final trees: typed, raw or from a
 * file. It says which port of which workload is asked, and how, so that checks of meshes and of policies can tell whether
 * a scrape gets through.
 *
 * @see <a href="https://prometheus-operator.dev/docs/api-reference/api/">The operator's API</a>
 */
public final class ScrapeTargets {

    /** The API group of the operator's kinds. */
    public static final String GROUP = "monitoring.coreos.com";

    private final Model model;
    private final List<ScrapeTarget> all = new ArrayList<>();
    private final Map<Workload, List<ScrapeTarget>> byWorkload = new HashMap<>();
    private final Map<Manifest, List<Manifest>> services = new HashMap<>();
    private final Map<Manifest, List<Workload>> workloads = new HashMap<>();
    private @Nullable Map<@Nullable String, List<Manifest>> servicesByNamespace;

    private ScrapeTargets(Model model) {
        this.model = model;
    }

    /** The targets of all monitors of a program; nothing is looked at if it has none. */
    public static ScrapeTargets of(Model model) {
        ScrapeTargets targets = new ScrapeTargets(model);
        for (Manifest monitor : model.ofKind(GROUP, "ServiceMonitor")) {
            targets.readServices(monitor);
        }
        for (Manifest monitor : model.ofKind(GROUP, "PodMonitor")) {
            targets.readPods(monitor);
        }
        return targets;
    }

    /**
     * The {@code job} label after an endpoint's own relabelling; {@code null} if that leaves it unknown.
     *
     * @param endpoint what has {@code relabelings} and {@code metricRelabelings}
     * @param given the label before that; {@code null} if it is not known
     */
    public static @Nullable String job(JsonNode endpoint, @Nullable String given) {
        return Scrapes.job(endpoint, given);
    }

    /** All of them, in the order of monitors, of their endpoints, and of what these lead to. */
    public List<ScrapeTarget> all() {
        return Collections.unmodifiableList(all);
    }

    /** Those in the pods of one workload. */
    public List<ScrapeTarget> of(Workload workload) {
        return Collections.unmodifiableList(byWorkload.getOrDefault(workload, List.of()));
    }

    /** The Services of the program that a ServiceMonitor selects. */
    public List<Manifest> services(Manifest serviceMonitor) {
        return Collections.unmodifiableList(services.getOrDefault(serviceMonitor, List.of()));
    }

    /** The workloads of the program whose pods a PodMonitor selects. */
    public List<Workload> workloads(Manifest podMonitor) {
        return Collections.unmodifiableList(workloads.getOrDefault(podMonitor, List.of()));
    }

    private void readServices(Manifest monitor) {
        JsonNode spec = monitor.tree().path("spec");
        List<Manifest> selected = new ArrayList<>();
        for (Manifest service : candidates(monitor)) {
            if (Selectors.matches(
                    spec.path("selector"), service.tree().path("metadata").path("labels"))) {
                selected.add(service);
            }
        }
        services.put(monitor, selected);
        JsonNode endpoints = spec.path("endpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            for (Manifest service : selected) {
                new ScrapedService(model, monitor, i, service).targets().forEach(this::add);
            }
        }
    }

    private void readPods(Manifest monitor) {
        JsonNode spec = monitor.tree().path("spec");
        List<Workload> selected = new ArrayList<>();
        JsonNode namespaces = spec.path("namespaceSelector");
        if (namespaces.path("any").asBoolean()) {
            for (Workload workload : model.workloads().all()) {
                if (Selectors.matches(spec.path("selector"), workload.labels())) {
                    selected.add(workload);
                }
            }
        } else if (namespaces.path("matchNames").isEmpty()) {
            selected.addAll(model.workloads().select(monitor.id().namespace(), spec.path("selector")));
        } else {
            for (JsonNode name : namespaces.path("matchNames")) {
                selected.addAll(model.workloads().select(name.asText(), spec.path("selector")));
            }
        }
        workloads.put(monitor, selected);
        JsonNode endpoints = spec.path("podMetricsEndpoints");
        for (int i = 0; i < endpoints.size(); i++) {
            for (Workload workload : selected) {
                new ScrapedPods(monitor, i, workload).targets().forEach(this::add);
            }
        }
    }

    private void add(ScrapeTarget target) {
        all.add(target);
        byWorkload.computeIfAbsent(target.workload(), x -> new ArrayList<>(2)).add(target);
    }

    /** The Services of the namespaces that a monitor looks into. */
    private List<Manifest> candidates(Manifest monitor) {
        JsonNode namespaces = monitor.tree().path("spec").path("namespaceSelector");
        if (namespaces.path("any").asBoolean()) {
            return model.ofKind("", "Service");
        }
        if (namespaces.path("matchNames").isEmpty()) {
            return servicesIn(monitor.id().namespace());
        }
        List<Manifest> candidates = new ArrayList<>();
        for (JsonNode name : namespaces.path("matchNames")) {
            candidates.addAll(servicesIn(name.asText()));
        }
        return candidates;
    }

    private List<Manifest> servicesIn(@Nullable String namespace) {
        Map<@Nullable String, List<Manifest>> known = servicesByNamespace;
        if (known == null) {
            known = new HashMap<>();
            for (Manifest service : model.ofKind("", "Service")) {
                known.computeIfAbsent(service.id().namespace(), x -> new ArrayList<>())
                        .add(service);
            }
            servicesByNamespace = known;
        }
        return known.getOrDefault(namespace, List.of());
    }
}
