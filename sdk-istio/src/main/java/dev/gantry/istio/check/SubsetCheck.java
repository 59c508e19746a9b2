package dev.gantry.istio.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.Selectors;
import dev.gantry.check.Words;
import dev.gantry.check.Workload;
import dev.gantry.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Compares the subsets of DestinationRules with the pods behind their hosts, and with the routes. */
final class SubsetCheck {

    private final Model model;
    private final MeshHosts hosts;
    private final Subsets subsets;
    private final Findings findings;

    SubsetCheck(Model model, MeshHosts hosts, Subsets subsets, Findings findings) {
        this.model = model;
        this.hosts = hosts;
        this.subsets = subsets;
        this.findings = findings;
    }

    /** After the routes were looked at. */
    void check(List<Manifest> rules) {
        for (Manifest rule : rules) {
            String host = Subsets.hostOf(rule);
            String namespace = rule.id().namespace();
            Manifest service = hosts.service(host, namespace);
            List<Workload> pods = service == null ? List.of() : pods(service);
            SortedSet<String> named = subsets.named(host, namespace);
            JsonNode list = rule.tree().path("spec").path("subsets");
            for (int i = 0; i < list.size(); i++) {
                checkPods(rule, i, list.path(i), service, pods);
                checkUse(rule, i, list.path(i).path("name").asText(), named);
            }
        }
    }

    private List<Workload> pods(Manifest service) {
        JsonNode selector = service.tree().path("spec").path("selector");
        return selector.isEmpty()
                ? List.of()
                : model.workloads().selectedBy(service.id().namespace(), selector);
    }

    private void checkPods(Manifest rule, int index, JsonNode subset, @Nullable Manifest service, List<Workload> pods) {
        JsonNode labels = subset.path("labels");
        if (service == null || pods.isEmpty() || labels.isEmpty()) {
            return;
        }
        for (Workload workload : pods) {
            if (Selectors.contains(workload.labels(), labels)) {
                return;
            }
        }
        Finding finding = Finding.of(
                        TrafficRule.EMPTY_SUBSET,
                        "None of the pods behind " + service + " has the labels " + shown(labels) + ".")
                .hint("Make the subset of the workload itself: subset(name, workload), or give its pods the labels with"
                        + " podLabel(key, value).");
        for (Workload workload : pods) {
            finding = finding.related(
                    workload.manifest().lineOf(workload.labelsPath()),
                    "the pods of " + workload + " have " + shown(workload.labels()));
        }
        findings.add(rule, "spec.subsets[" + index + "].labels", finding);
    }

    private void checkUse(Manifest rule, int index, String name, SortedSet<String> named) {
        if (!named.isEmpty() && !named.contains(name)) {
            findings.add(
                    rule,
                    "spec.subsets[" + index + "]",
                    Finding.of(
                                    TrafficRule.UNUSED_SUBSET,
                                    "No route leads to the subset \"" + name + "\", though routes lead to "
                                            + Words.list(List.copyOf(named), other -> "\"" + other + "\"")
                                            + " of this host.")
                            .hint("Lead a route there with to(rule.subset(...), weight), or leave the subset out."));
        }
    }

    private static String shown(JsonNode labels) {
        List<Map.Entry<String, JsonNode>> entries = List.copyOf(labels.properties());
        return Words.list(
                entries, label -> label.getKey() + "=" + label.getValue().asText());
    }
}
