package com.example.webapp;

import static dev.gantry.security.PodSecurityStandard.RESTRICTED;

import dev.gantry.App;
import dev.gantry.Blueprint;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.Role;
import dev.gantry.access.RoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.customresource.CustomResourceDefinition;
import dev.gantry.finding.Severity;
import dev.gantry.monitoring.ServiceMonitor;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.operator.Operator;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.Probe;

/** How the operator itself is deployed: its definition first, then what it is allowed, then its copies. */
public final class OperatorDeployment implements Blueprint<OperatorDeployment.Settings> {

    /** What differs between environments. */
    public record Settings(String image, int replicas, int apiServerPort) {}

    private static final String NAME = WebAppOperator.NAME;
    private static final String LABEL = "app.kubernetes.io/name";
    private static final Port PAGES = Port.http(WebAppOperator.PAGES);

    @Override
    public void define(App app, Settings env) {
        Operator<WebApp> operator = WebAppOperator.operator(o -> {});
        Stack definitions = app.stack("webapps");
        definitions.add(CustomResourceDefinition.of(WebApp.class, d -> d.descriptionsFromJavadoc()));

        Stack stack = app.stack(NAME, s -> s
                .namespace(NAME)
                .label(LABEL, NAME)
                .dependsOn(definitions)
                .harden(RESTRICTED));
        stack.add(Namespace.of(NAME, n -> n.label("pod-security.kubernetes.io/enforce", "restricted")));
        ServiceAccount account = stack.add(ServiceAccount.of(NAME, a -> {}));
        ClusterRole works = stack.add(ClusterRole.of(NAME, r -> {
            operator.permissions(r);
            r.finding("GTY-ACC-006", Severity.OFF, "databases may be asked for in any namespace, and each has a password");
        }));
        stack.add(ClusterRoleBinding.of(NAME, works, b -> b.serviceAccount(account)));
        Role leads = stack.add(Role.of(NAME, operator::leasePermissions));
        stack.add(RoleBinding.of(NAME, leads, b -> b.serviceAccount(account)));

        Deployment copies = stack.add(Deployment.of(NAME, d -> d
                .selector(LABEL, NAME)
                .replicas(env.replicas())
                .serviceAccount(account)
                .container("operator", Image.of(env.image()), c -> c
                        .ports(PAGES)
                        .requests("100m", "256Mi").limits("1", "256Mi")
                        .liveness(Probe.httpGet("/healthz", PAGES))
                        .readiness(Probe.httpGet("/readyz", PAGES)))));
        stack.add(PodDisruptionBudget.of(NAME, copies, b -> b.maxUnavailable(IntOrPercent.of(1))));
        Service service = stack.add(Service.of(NAME, s -> s
                .label(LABEL, NAME)
                .selects(copies)
                .port(PAGES)));
        stack.add(ServiceMonitor.of(NAME, service, m -> m.scrape(PAGES)));
        stack.add(NetworkPolicy.denyAll("deny-all"));
        stack.add(NetworkPolicy.of(NAME, copies, p -> p
                .ingress(r -> r.port(PAGES))
                .egress(r -> r.port(Port.tcp("dns", 53)).port(Port.udp("dns-udp", 53)))
                .egress(r -> r.port(Port.tcp("api-server", env.apiServerPort())))));
    }
}
