package dev.gantry.check;

import dev.gantry.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/** The checks of the core kinds. They read final trees, so they hold for raw objects and after raw edits too. */
public final class CoreChecks implements Check {

    /** Made by {@link java.util.ServiceLoader}. */
    public CoreChecks() {}

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(List.of(NetworkRule.values()));
        rules.addAll(List.of(WorkloadRule.values()));
        rules.addAll(List.of(PodRule.values()));
        rules.addAll(List.of(DisruptionRule.values()));
        rules.addAll(List.of(AutoscalingRule.values()));
        rules.addAll(List.of(ConfigRule.values()));
        rules.addAll(List.of(AccessRule.values()));
        rules.addAll(List.of(VerticalAutoscalingRule.values()));
        rules.addAll(List.of(SecurityRule.values()));
        rules.addAll(List.of(VersionRule.values()));
        rules.addAll(List.of(EntryRule.values()));
        rules.addAll(List.of(IsolationRule.values()));
        rules.addAll(List.of(StorageRule.values()));
        rules.addAll(List.of(LimitRule.values()));
        return rules;
    }

    @Override
    public void check(Model model, Findings findings) {
        Workloads workloads = new Workloads(model);
        Replicas replicas = new Replicas(model);
        new WorkloadCheck(findings).check(workloads);
        new PodContentCheck(findings).check(workloads);
        new RolloutCheck(findings).check(model);
        new JobCheck(model, findings).check();
        new StatefulSetCheck(model, workloads, findings).check();
        new DisruptionCheck(model, workloads, replicas, findings).check();
        new ServiceCheck(model, workloads, findings).check();
        new AutoscalerCheck(model, workloads, findings).check();
        new ConfigCheck(findings).check(model);
        new SecretTypeCheck(findings).check(model);
        new RoleCheck(model, findings).check();
        new BindingCheck(model, findings).check();
        new VerticalAutoscalerCheck(model, workloads, findings).check();
        new SecurityCheck(model, workloads, findings).check();
        new DefaultDenyCheck(model, workloads, findings).check();
        new VersionCheck(findings).check(model);
        new IngressCheck(model, findings).check();
        new IsolationCheck(model, workloads, findings).check();
        new StorageCheck(model, workloads, replicas, findings).check();
        new PriorityCheck(findings).check(model);
        new LimitCheck(model, workloads, replicas, findings).check();
    }
}
