package com.example.platform;

import static dev.gantry.security.PodSecurityStandard.RESTRICTED;
import static java.time.Duration.ofSeconds;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Port;
import dev.gantry.Quantity;
import dev.gantry.Selectable;
import dev.gantry.Stack;
import dev.gantry.Text;
import dev.gantry.access.ServiceAccount;
import dev.gantry.cluster.Namespace;
import dev.gantry.network.Ingress;
import dev.gantry.network.IngressClass;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.Service;
import dev.gantry.storage.AccessMode;
import dev.gantry.storage.VolumeClaim;
import dev.gantry.workload.Deployment;
import dev.gantry.workload.IntOrPercent;
import dev.gantry.workload.PodDisruptionBudget;
import dev.gantry.workload.PodManagementPolicy;
import dev.gantry.workload.Probe;
import dev.gantry.workload.StatefulSet;
import dev.gantry.workload.Volume;

/** Elasticsearch, which keeps the logs, and Kibana, which shows them. */
final class Logging {

    /** What differs between environments. */
    public record Settings(int elasticsearchNodes, Quantity elasticsearchDisk, String kibanaHost) {}

    private static final Image ELASTICSEARCH = Image.of("elasticsearch:7.17.24");
    private static final Image KIBANA = Image.of("kibana:7.17.24");

    private static final Port HTTP = Port.http(9200);
    private static final Port TRANSPORT = Port.tcp("transport", 9300);
    private static final Port WEB = Port.http(5601);

    private final Stack stack;
    private final StatefulSet nodes;
    private final Service elasticsearch;
    private final Deployment kibana;

    Logging(App app, Settings env) {
        stack = app.stack(
                "logging",
                s -> s.namespace("logging")
                        .label("app.kubernetes.io/part-of", "logging")
                        .harden(RESTRICTED));
        stack.add(Namespace.of("logging", n -> n.podSecurity(RESTRICTED)));
        stack.add(NetworkPolicy.denyAll("default-deny"));

        Service discovery = stack.add(Service.of(
                "elasticsearch-nodes",
                s -> s.headless()
                        .publishNotReadyAddresses(true)
                        .selector("app", "elasticsearch")
                        .port(TRANSPORT)));
        nodes = stack.add(nodes(env, discovery));
        elasticsearch =
                stack.add(Service.of("elasticsearch", s -> s.selects(nodes).port(HTTP)));
        if (env.elasticsearchNodes() > 1) {
            stack.add(PodDisruptionBudget.of("elasticsearch", nodes, b -> b.maxUnavailable(IntOrPercent.of(1))));
        }

        kibana = stack.add(kibana());
        Service web = stack.add(Service.of("kibana", s -> s.selects(kibana).port(WEB, 80)));
        stack.add(Ingress.of(
                "kibana",
                i -> i.ingressClass(IngressClass.existing("nginx"))
                        .host(env.kibanaHost(), h -> h.path("/", web, WEB))));
        stack.add(NetworkPolicy.of(
                "kibana",
                kibana,
                n -> n.ingress(r -> r.from(Clusters.INGRESS_NGINX).port(WEB))
                        .egress(r -> r.to(nodes).port(HTTP))
                        .egressToDns()));
    }

    /** Where logs are sent to. */
    Service elasticsearch() {
        return elasticsearch;
    }

    /** Lets a workload send logs. */
    void admit(Selectable shipper) {
        stack.add(NetworkPolicy.of(
                "elasticsearch",
                nodes,
                n -> n.ingress(r -> r.from(nodes).port(TRANSPORT))
                        .ingress(r -> r.from(kibana).from(shipper).port(HTTP))
                        .egress(r -> r.to(nodes).port(TRANSPORT))
                        .egressToDns()));
    }

    private StatefulSet nodes(Settings env, Service discovery) {
        ServiceAccount account =
                stack.add(ServiceAccount.of("elasticsearch", a -> a.automountServiceAccountToken(false)));
        Volume data = Volume.claimTemplate("data", VolumeClaim.of(env.elasticsearchDisk(), AccessMode.READ_WRITE_ONCE));
        return StatefulSet.of(
                "elasticsearch",
                s -> s.selector("app", "elasticsearch")
                        .service(discovery)
                        .replicas(env.elasticsearchNodes())
                        .podManagementPolicy(PodManagementPolicy.PARALLEL)
                        .serviceAccount(account)
                        .terminationGracePeriod(ofSeconds(120))
                        .securityContext(p -> p.runAsUser(1000).fsGroup(1000))
                        .container("elasticsearch", ELASTICSEARCH, c -> {
                            c.ports(HTTP, TRANSPORT)
                                    .envField("node.name", "metadata.name")
                                    .env("cluster.name", "logging")
                                    .env("network.host", "0.0.0.0")
                                    .env("xpack.security.enabled", "false")
                                    // so that the kernel's vm.max_map_count of the node may stay as it is
                                    .env("node.store.allow_mmap", "false")
                                    .env("ES_JAVA_OPTS", "-Xms1g -Xmx1g")
                                    .mount(data, "/usr/share/elasticsearch/data")
                                    .cpu("500m", "2")
                                    .memory("2Gi", "2Gi")
                                    .startup(Probe.tcpSocket(HTTP)
                                            .period(ofSeconds(5))
                                            .failureThreshold(60))
                                    .readiness(Probe.httpGet("/_cluster/health?local=true", HTTP)
                                            .period(ofSeconds(10))
                                            .timeout(ofSeconds(5)));
                            if (env.elasticsearchNodes() > 1) {
                                c.env("discovery.seed_hosts", discovery.host())
                                        // the first node makes the cluster, which the others join
                                        .env("cluster.initial_master_nodes", "elasticsearch-0");
                            } else {
                                c.env("discovery.type", "single-node");
                            }
                        }));
    }

    private Deployment kibana() {
        ServiceAccount account = stack.add(ServiceAccount.of("kibana", a -> a.automountServiceAccountToken(false)));
        return Deployment.of(
                "kibana",
                d -> d.selector("app", "kibana")
                        .serviceAccount(account)
                        .securityContext(p -> p.runAsUser(1000))
                        .container(
                                "kibana",
                                KIBANA,
                                c -> c.ports(WEB)
                                        .env(
                                                "ELASTICSEARCH_HOSTS",
                                                Text.join(
                                                        "http://", elasticsearch.host(), ":", elasticsearch.port(HTTP)))
                                        .requests("100m", "768Mi")
                                        .limits("1", "1Gi")
                                        .startup(Probe.tcpSocket(WEB)
                                                .period(ofSeconds(5))
                                                .failureThreshold(60))
                                        .readiness(Probe.httpGet("/api/status", WEB)
                                                .period(ofSeconds(10))
                                                .timeout(ofSeconds(5)))));
    }
}
