package dev.gantry.monitoring.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTarget;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.monitoring.promql.LabelCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The {@code job} labels that the program's monitors yield. Where one of them yields what the program cannot know, nothing
 * is said of any job.
 */
final class KnownJobs {

    /** What nearly every cluster with Prometheus scrapes, whoever set that up. */
    private static final Set<String> OF_CLUSTERS = Set.of(
            "alertmanager",
            "apiserver",
            "cadvisor",
            "coredns",
            "etcd",
            "federate",
            "grafana",
            "istio-mesh",
            "kube-dns",
            "kube-etcd",
            "kube-apiserver",
            "kube-controller-manager",
            "kube-proxy",
            "kube-scheduler",
            "kube-state-metrics",
            "kubelet",
            "kubernetes",
            "kubernetes-apiservers",
            "kubernetes-cadvisor",
            "kubernetes-nodes",
            "kubernetes-pods",
            "kubernetes-service-endpoints",
            "node",
            "node-exporter",
            "prometheus",
            "prometheus-operator",
            "prometheus-k8s",
            "pushgateway",
            "windows-exporter",
            "blackbox",
            "blackbox-exporter");

    /** The jobs, with the monitors that yield them. */
    private final SortedMap<String, Manifest> jobs = new TreeMap<>();

    private final SortedMap<String, Duration> intervals = new TreeMap<>();
    private final Map<String, ScrapeTarget> fastest = new HashMap<>();

    /** The jobs of several monitors, or of one that does not say how often it scrapes. */
    private final Set<String> unsure = new HashSet<>();

    private boolean open;

    KnownJobs(Model model, ScrapeTargets targets) {
        for (ScrapeTarget target : targets.all()) {
            add(target.job(), target.monitor());
            open |= target.endpoint().path("honorLabels").asBoolean();
            Duration interval = DurationText.parse(target.interval());
            String job = target.job();
            if (interval != null && job != null) {
                Duration known = intervals.get(job);
                if (known == null || interval.compareTo(known) < 0) {
                    intervals.put(job, interval);
                    fastest.put(job, target);
                }
            } else if (job != null) {
                unsure.add(job);
            }
        }
        for (Manifest monitor : model.ofKind(ScrapeTargets.GROUP, "ServiceMonitor")) {
            readUnscraped(targets, monitor);
        }
        for (Manifest monitor : model.ofKind(ScrapeTargets.GROUP, "PodMonitor")) {
            open |= targets.workloads(monitor).isEmpty();
        }
        readNamed(model, "Probe", "probe");
        readNamed(model, "ScrapeConfig", "scrapeConfig");
        for (Manifest prometheus : model.ofKind(ScrapeTargets.GROUP, "Prometheus")) {
            JsonNode spec = prometheus.tree().path("spec");
            open |= spec.has("additionalScrapeConfigs") || spec.has("scrapeClasses");
        }
    }

    private void add(@Nullable String job, Manifest monitor) {
        if (job == null) {
            open = true;
        } else if (!monitor.equals(jobs.computeIfAbsent(job, x -> monitor))) {
            unsure.add(job);
        }
    }

    /** A Service yields a job even if its pods come from elsewhere; a monitor without any may yield every job. */
    private void readUnscraped(ScrapeTargets targets, Manifest monitor) {
        List<Manifest> services = targets.services(monitor);
        open |= services.isEmpty();
        String label = monitor.tree().path("spec").path("jobLabel").asText();
        for (Manifest service : services) {
            String stated =
                    service.tree().path("metadata").path("labels").path(label).asText();
            for (JsonNode endpoint : monitor.tree().path("spec").path("endpoints")) {
                add(ScrapeTargets.job(endpoint, stated.isEmpty() ? service.id().name() : stated), monitor);
            }
        }
    }

    /** The targets of these can bring a job of their own, as labels of a list or of whoever names them. */
    private void readNamed(Model model, String kind, String prefix) {
        for (Manifest manifest : model.ofKind(ScrapeTargets.GROUP, kind)) {
            JsonNode spec = manifest.tree().path("spec");
            String namespace = manifest.id().namespace();
            String stated = spec.path("jobName").asText();
            String job = !stated.isEmpty()
                    ? stated
                    : namespace == null
                            ? null
                            : prefix + "/" + namespace + "/" + manifest.id().name();
            boolean ofTargets = spec.path("honorLabels").asBoolean()
                    || spec.findValue("job") != null
                    || spec.findValue("relabelingConfigs") != null
                    || spec.has("fileSDConfigs")
                    || spec.has("httpSDConfigs");
            add(ofTargets ? null : ScrapeTargets.job(spec, job), manifest);
        }
    }

    /** Whether a matcher asks for a job that nothing yields, as far as that can be told. */
    boolean isUnknown(LabelCondition condition) {
        if (!condition.label().equals("job")
                || open
                || jobs.isEmpty()
                || condition.value().isEmpty()) {
            return false;
        }
        return switch (condition.operator()) {
            case "=" -> !jobs.containsKey(condition.value()) && !OF_CLUSTERS.contains(condition.value());
            case "=~" -> !matchesAny(condition.value());
            default -> false;
        };
    }

    private boolean matchesAny(String regex) {
        try {
            Pattern pattern = Pattern.compile(regex);
            return jobs.keySet().stream().anyMatch(job -> pattern.matcher(job).matches())
                    || OF_CLUSTERS.stream().anyMatch(job -> pattern.matcher(job).matches());
        } catch (PatternSyntaxException e) {
            return true; // Prometheus' expressions are Go's, which differ a little from Java's
        }
    }

    /**
     * Who scrapes the job that matchers ask for, at its most frequent; {@code null} if that is not known, or if several monitors
     * do.
     */
    @Nullable
    ScrapeTarget scraper(List<LabelCondition> conditions) {
        for (LabelCondition condition : conditions) {
            boolean one =
                    condition.label().equals("job") && condition.operator().equals("=");
            if (one && !open && !unsure.contains(condition.value())) {
                return fastest.get(condition.value());
            }
        }
        return null;
    }

    /** The jobs, and who yields them. */
    Map<String, Manifest> all() {
        return jobs;
    }

    /** The shortest interval at which the jobs are scraped that matchers ask for; {@code null} if it is not known. */
    @Nullable
    Duration interval(List<LabelCondition> conditions) {
        List<Duration> known = new ArrayList<>(1);
        for (LabelCondition condition : conditions) {
            Duration interval =
                    condition.label().equals("job") && condition.operator().equals("=")
                            ? intervals.get(condition.value())
                            : null;
            if (interval != null) {
                known.add(interval);
            }
        }
        return known.stream().min(Duration::compareTo).orElse(null);
    }
}
