package dev.gantry.check;

import dev.gantry.finding.Rule;
import dev.gantry.schema.SchemaRule;
import java.util.ArrayList;
import java.util.List;

/** The checks of the core kinds. They read final trees, so they hold for raw objects and after raw edits too. */
public final class CoreChecks implements Check {

    /** Made by {@link java.util.ServiceLoader}. */
    public CoreChecks() {}

    @Override
    public List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(List.of(ServiceRule.values()));
        rules.addAll(List.of(WorkloadRule.values()));
        rules.addAll(List.of(PodDisruptionBudgetRule.values()));
        rules.addAll(List.of(HorizontalPodAutoscalerRule.values()));
        rules.addAll(List.of(PodRule.values()));
        rules.addAll(List.of(ConfigRule.values()));
        rules.addAll(List.of(AccessRule.values()));
        rules.addAll(List.of(VerticalPodAutoscalerRule.values()));
        rules.addAll(List.of(SecurityRule.values()));
        rules.addAll(List.of(VersionRule.values()));
        rules.addAll(List.of(IngressCheckRule.values()));
        rules.addAll(List.of(NetworkPolicyCheckRule.values()));
        rules.addAll(List.of(StorageRule.values()));
        rules.addAll(List.of(NamespaceLimitRule.values()));
        rules.addAll(List.of(SchemaRule.values()));
        return rules;
    }

    @Override
    public void check(Model model, Findings findings) {
        Workloads workloads = model.workloads();
        Autoscalers autoscalers = new Autoscalers(model);
        Replicas replicas = new Replicas(autoscalers);
        NetworkPolicies policies = new NetworkPolicies(model, workloads);
        new WorkloadCheck(model, findings).check(workloads);
        new JobCheck(model, workloads, findings).check();
        new PodContentCheck(findings).check(workloads);
        new RolloutCheck(findings).check(model);
        new StatefulSetCheck(model, workloads, findings).check();
        new PodDisruptionBudgetCheck(model, workloads, replicas, findings).check();
        new ServiceCheck(model, workloads, findings).check();
        new AutoscalerCheck(model, autoscalers, workloads, findings).check();
        new ConfigCheck(findings).check(model);
        new SecretTypeCheck(findings).check(model);
        new KeyCheck(model, workloads, findings).check();
        new NamespaceCheck(model, findings).check();
        new RoleCheck(model, findings).check();
        new BindingCheck(model, findings).check();
        new VerticalAutoscalerCheck(model, autoscalers, workloads, findings).check();
        new SecurityCheck(model, workloads, findings).check();
        new DefaultDenyCheck(model, workloads, policies, findings).check();
        new VersionCheck(findings).check(model);
        new IngressCheck(model, findings).check();
        new NetworkPolicyCheck(model, workloads, replicas, policies, findings).check();
        new StorageCheck(model, workloads, replicas, findings).check();
        new DefaultClassCheck(model, findings).check();
        new LimitCheck(model, workloads, replicas, findings).check();
        if (model.hasCustomKinds()) {
            new CustomResourceDefinitionCheck(findings).check(model);
            new CustomResourceCheck(model, findings).check();
        }
    }

    @Override
    public void checkAlone(Model model, Findings findings) {
        Workloads workloads = model.workloads();
        new WorkloadCheck(model, findings).check(workloads);
        new PodContentCheck(findings).check(workloads);
        new RolloutCheck(findings).check(model);
        new ConfigCheck(findings).check(model);
        new SecretTypeCheck(findings).check(model);
        new SecurityCheck(model, workloads, findings).check();
        new VersionCheck(findings).check(model);
    }
}
