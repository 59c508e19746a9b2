package dev.gantry.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what is in each namespace with its LimitRanges and quotas. */
final class LimitCheck {

    private final Model model;
    private final Workloads workloads;
    private final Replicas replicas;
    private final Findings findings;
    private final Map<@Nullable String, NamespaceContents> namespaces = new LinkedHashMap<>();

    LimitCheck(Model model, Workloads workloads, Replicas replicas, Findings findings) {
        this.model = model;
        this.workloads = workloads;
        this.replicas = replicas;
        this.findings = findings;
    }

    void check() {
        List<Manifest> ranges = model.ofKind("", "LimitRange");
        List<Manifest> quotas = model.ofKind("", "ResourceQuota");
        if (ranges.isEmpty() && quotas.isEmpty()) {
            return;
        }
        for (Manifest range : ranges) {
            in(range).ranges().add(range);
        }
        for (Manifest quota : quotas) {
            in(quota).quotas().add(quota);
        }
        for (Workload workload : workloads.all()) {
            NamespaceContents contents = namespaces.get(workload.manifest().id().namespace());
            if (contents != null && !workload.type().isEmpty()) {
                contents.workloads().add(workload);
            }
        }
        for (Manifest claim : model.ofKind("", "PersistentVolumeClaim")) {
            NamespaceContents contents = namespaces.get(claim.id().namespace());
            if (contents != null) {
                contents.claims().add(claim);
            }
        }
        for (NamespaceContents contents : namespaces.values()) {
            LimitRangeItems limits = new LimitRangeItems(contents.ranges());
            new LimitRangeCheck(limits, findings).check(contents);
            new QuotaCheck(limits, replicas, findings).check(contents);
        }
    }

    private NamespaceContents in(Manifest policy) {
        return namespaces.computeIfAbsent(
                policy.id().namespace(),
                namespace -> new NamespaceContents(
                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }
}
