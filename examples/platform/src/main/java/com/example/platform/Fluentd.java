package com.example.platform;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Stack;
import dev.gantry.access.ApiResource;
import dev.gantry.access.ClusterRole;
import dev.gantry.access.ClusterRoleBinding;
import dev.gantry.access.ServiceAccount;
import dev.gantry.access.Verbs;
import dev.gantry.config.ConfigMap;
import dev.gantry.finding.Severity;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.PolicyType;
import dev.gantry.network.Service;
import dev.gantry.workload.DaemonSet;
import dev.gantry.workload.TaintEffect;
import dev.gantry.workload.Toleration;
import dev.gantry.workload.Volume;
import java.nio.file.Path;

/** What runs on each node and sends the logs of its containers to Elasticsearch. */
final class Fluentd {

    private static final Image IMAGE = Image.of("fluent/fluentd-kubernetes-daemonset:v1-debian-elasticsearch");

    private static final Port ELASTICSEARCH = Port.http(9200);
    private static final Port API_SERVER = Port.tcp("https", 443);
    private static final Port API_SERVER_OF_KUBEADM = Port.tcp("kubeadm", 6443);

    private Fluentd() {}

    /** Answers what sends the logs. */
    static DaemonSet define(App app, Service elasticsearch) {
        Stack stack = app.stack(
                "fluentd",
                s -> s.namespace("kube-system")
                        .label("app.kubernetes.io/part-of", "logging")
                        .finding(
                                "GTY-SEC-006",
                                Severity.OFF,
                                "kube-system is the cluster's: isolating it would cut off DNS"));

        ConfigMap config = stack.add(ConfigMap.of(
                "fluentd-config", c -> c.file("fluent.conf", Path.of("src/main/gantry/fluentd/fluent.conf"))));
        ServiceAccount account = stack.add(ServiceAccount.of("fluentd", a -> {}));
        ClusterRole role = stack.add(
                ClusterRole.of("fluentd", r -> r.allow(Verbs.READ, ApiResource.PODS, ApiResource.NAMESPACES)));
        stack.add(ClusterRoleBinding.of("fluentd", role, b -> b.serviceAccount(account)));
        DaemonSet fluentd = stack.add(daemonSet(config, account, elasticsearch));
        stack.add(NetworkPolicy.of(
                "fluentd",
                fluentd,
                n -> n.policyTypes(PolicyType.INGRESS)
                        .egress(r -> r.to(elasticsearch).port(ELASTICSEARCH))
                        .egress(r -> r.port(API_SERVER).port(API_SERVER_OF_KUBEADM))
                        .egressToDns()));
        return fluentd;
    }

    /** As the document has it; what our checks say to that is accepted here, one by one. */
    private static DaemonSet daemonSet(ConfigMap config, ServiceAccount account, Service elasticsearch) {
        Volume logs = Volume.hostPath("varlog", "/var/log");
        Volume containers = Volume.hostPath("varlibdockercontainers", "/var/lib/docker/containers");
        Volume configuration = Volume.configMap("fluentd-config", config);
        return DaemonSet.of(
                "fluentd",
                d -> d.finding("GTY-SEC-001", Severity.OFF, "it reads the logs of the node")
                        .finding("GTY-SEC-002", Severity.OFF, "the files belong to root, so it runs as root")
                        .finding("GTY-WRK-017", Severity.OFF, "clusters older than 1.25 still have the taint")
                        .selector("name", "fluentd")
                        .serviceAccount(account)
                        .tolerations(
                                Toleration.of("node-role.kubernetes.io/master").effect(TaintEffect.NO_SCHEDULE))
                        .container(
                                "fluentd",
                                IMAGE,
                                c -> c.env("FLUENT_ELASTICSEARCH_HOST", elasticsearch.host())
                                        .env("FLUENT_ELASTICSEARCH_PORT", elasticsearch.port(ELASTICSEARCH))
                                        .env("FLUENT_ELASTICSEARCH_SCHEME", "http")
                                        .mount(logs, "/var/log", m -> m.readOnly())
                                        .mount(containers, "/var/lib/docker/containers", m -> m.readOnly())
                                        .mount(configuration, "/fluentd/etc")));
    }
}
