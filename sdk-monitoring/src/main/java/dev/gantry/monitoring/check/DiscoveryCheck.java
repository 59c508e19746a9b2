package dev.gantry.monitoring.check;

import dev.gantry.access.ApiResource;
import dev.gantry.access.Verb;
import dev.gantry.check.Findings;
import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.check.ScrapeTarget;
import dev.gantry.check.ScrapeTargets;
import dev.gantry.check.Words;
import dev.gantry.finding.Finding;
import dev.gantry.permission.Permissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Prometheus may look for what its monitors have it scrape. Only an account that the program makes is judged,
 * and only if all of its roles are known: of others, the cluster may know more.
 */
final class DiscoveryCheck {

    private static final List<Verb> VERBS = List.of(Verb.LIST, Verb.WATCH);

    private final Model model;
    private final ScrapeTargets targets;
    private final Takers takers;
    private final Findings findings;

    DiscoveryCheck(Model model, ScrapeTargets targets, Takers takers, Findings findings) {
        this.model = model;
        this.targets = targets;
        this.takers = takers;
        this.findings = findings;
    }

    void check() {
        for (Manifest prometheus : takers.all("ServiceMonitor")) {
            String account =
                    prometheus.tree().path("spec").path("serviceAccountName").asText("default");
            String namespace = prometheus.id().namespace();
            Manifest made = model.find("", "ServiceAccount", namespace, account).orElse(null);
            if (made != null && !targets.all().isEmpty()) {
                Permissions permissions = Permissions.of(model, namespace, account);
                if (permissions.unknown().isEmpty()) {
                    check(prometheus, made, permissions);
                }
            }
        }
    }

    private void check(Manifest prometheus, Manifest account, Permissions permissions) {
        Map<@Nullable String, Manifest> namespaces = new LinkedHashMap<>();
        for (ScrapeTarget target : targets.all()) {
            if (takers.mayTake(prometheus, target.monitor())) {
                namespaces.putIfAbsent(target.workload().manifest().id().namespace(), target.monitor());
            }
        }
        namespaces.forEach((namespace, monitor) -> {
            List<String> lacking = lacking(prometheus, permissions, namespace, monitor);
            if (!lacking.isEmpty()) {
                findings.add(
                        prometheus,
                        "spec.serviceAccountName",
                        Finding.of(
                                        MonitorRule.MAY_NOT_LIST,
                                        "The roles of the program do not allow " + account + " to list and watch "
                                                + Words.list(lacking, name -> name)
                                                + (namespace == null ? "" : " in the namespace \"" + namespace + "\"")
                                                + ", so it finds nothing of what " + monitor + " has it scrape.")
                                .hint("Bind it a role: ClusterRole.of(\"prometheus\", r -> r.allow(Verbs.READ,"
                                        + " ApiResource.SERVICES, ApiResource.ENDPOINTS, ApiResource.ENDPOINT_SLICES,"
                                        + " ApiResource.PODS)).")
                                .related(account.origin(), account + " is made here")
                                .related(monitor.origin(), monitor + " is made here"));
            }
        });
    }

    private static List<String> lacking(
            Manifest prometheus, Permissions permissions, @Nullable String namespace, Manifest monitor) {
        List<ApiResource> needed = new ArrayList<>();
        needed.add(ApiResource.PODS);
        if (monitor.id().kind().equals("ServiceMonitor")) {
            boolean slices = prometheus
                            .tree()
                            .path("spec")
                            .path("serviceDiscoveryRole")
                            .asText()
                            .equals("EndpointSlice")
                    || monitor.tree()
                            .path("spec")
                            .path("serviceDiscoveryRole")
                            .asText()
                            .equals("EndpointSlice");
            needed.add(ApiResource.SERVICES);
            needed.add(slices ? ApiResource.ENDPOINT_SLICES : ApiResource.ENDPOINTS);
        }
        List<String> lacking = new ArrayList<>(0);
        for (ApiResource resource : needed) {
            if (!VERBS.stream().allMatch(verb -> permissions.may(verb, resource, namespace))) {
                lacking.add(resource.resource());
            }
        }
        return lacking;
    }
}
