package dev.gantry.model;

import dev.gantry.LabelSelector;
import dev.gantry.Port;
import dev.gantry.Protocol;
import dev.gantry.cluster.Namespace;
import dev.gantry.network.NetworkPolicy;
import dev.gantry.network.NetworkPolicyPeer;
import dev.gantry.network.PolicyType;
import dev.gantry.network.Service;
import dev.gantry.workload.Deployment;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpecBuilder;
import java.util.List;
import java.util.function.UnaryOperator;

final class NetworkPolicyCases {

    private static final Port HTTP = Port.http(8081);
    private static final Port VOICE = Port.udp("voice", 5061);

    private NetworkPolicyCases() {}

    static List<Case> cases() {
        Deployment web = Deployment.of("web", d -> d.selector("app", "web").selector("track", "stable"));
        Deployment batch = Deployment.of("batch", d -> d.selector("app", "batch"));
        Deployment database = Deployment.of("database", d -> d.namespace("data").selector("app", "database"));
        Service cache = Service.of(
                "cache", s -> s.namespace("data").selector("role", "cache").selector("tier", "back"));
        Service front = Service.of("front", s -> s.selects(web));
        return List.of(
                policy(
                        "from and to resources of the program",
                        NetworkPolicy.of(
                                "rules",
                                web,
                                n -> n.ingress(r -> r.from(batch).from(cache).port(HTTP))
                                        .egress(r -> r.to(database).to(front).port(VOICE))),
                        s -> s.withNewPodSelector()
                                .addToMatchLabels("app", "web")
                                .addToMatchLabels("track", "stable")
                                .endPodSelector()
                                .addNewIngress()
                                .addToFrom(new NetworkPolicyPeerBuilder()
                                        .withNewPodSelector()
                                        .addToMatchLabels("app", "batch")
                                        .endPodSelector()
                                        .build())
                                .addToFrom(new NetworkPolicyPeerBuilder(namespace("data"))
                                        .withNewPodSelector()
                                        .addToMatchLabels("role", "cache")
                                        .addToMatchLabels("tier", "back")
                                        .endPodSelector()
                                        .build())
                                .addToPorts(new NetworkPolicyPort(null, new IntOrString(8081), "TCP"))
                                .endIngress()
                                .addNewEgress()
                                .addToTo(new NetworkPolicyPeerBuilder(namespace("data"))
                                        .withNewPodSelector()
                                        .addToMatchLabels("app", "database")
                                        .endPodSelector()
                                        .build())
                                .addToTo(new NetworkPolicyPeerBuilder()
                                        .withNewPodSelector()
                                        .addToMatchLabels("app", "web")
                                        .addToMatchLabels("track", "stable")
                                        .endPodSelector()
                                        .build())
                                .addToPorts(new NetworkPolicyPort(null, new IntOrString(5061), "UDP"))
                                .endEgress()
                                .withPolicyTypes("Ingress", "Egress")),
                policy(
                        "other peers and ports",
                        NetworkPolicy.forAllPods(
                                "rules",
                                n -> n.podSelector(LabelSelector.of("tier", "back"))
                                        .ingress(r -> r.from(NetworkPolicyPeer.pods(LabelSelector.of("app", "probe")))
                                                .from(NetworkPolicyPeer.namespace(Namespace.existing("monitoring")))
                                                .from(NetworkPolicyPeer.namespaces(LabelSelector.of("team", "checkout"))
                                                        .podSelector(LabelSelector.everything()
                                                                .in("role", "client"))))
                                        .egress(r -> r.to(NetworkPolicyPeer.ipBlock(
                                                        "192.0.2.0/24", "192.0.2.8/29", "192.0.2.64/26"))
                                                .portRange(Protocol.SCTP, 30_000, 30_100)
                                                .everyPort(Protocol.UDP))
                                        .egress(r -> {})),
                        s -> s.withNewPodSelector()
                                .addToMatchLabels("tier", "back")
                                .endPodSelector()
                                .addNewIngress()
                                .addToFrom(new NetworkPolicyPeerBuilder()
                                        .withNewPodSelector()
                                        .addToMatchLabels("app", "probe")
                                        .endPodSelector()
                                        .build())
                                .addToFrom(namespace("monitoring"))
                                .addToFrom(new NetworkPolicyPeerBuilder()
                                        .withNewNamespaceSelector()
                                        .addToMatchLabels("team", "checkout")
                                        .endNamespaceSelector()
                                        .withNewPodSelector()
                                        .addNewMatchExpression()
                                        .withKey("role")
                                        .withOperator("In")
                                        .withValues("client")
                                        .endMatchExpression()
                                        .endPodSelector()
                                        .build())
                                .endIngress()
                                .addNewEgress()
                                .addToTo(new NetworkPolicyPeerBuilder()
                                        .withNewIpBlock()
                                        .withCidr("192.0.2.0/24")
                                        .withExcept("192.0.2.8/29", "192.0.2.64/26")
                                        .endIpBlock()
                                        .build())
                                .addToPorts(new NetworkPolicyPort(30_100, new IntOrString(30_000), "SCTP"))
                                .addToPorts(new NetworkPolicyPort(null, null, "UDP"))
                                .endEgress()
                                .addNewEgress()
                                .endEgress()
                                .withPolicyTypes("Ingress", "Egress")),
                policy(
                        "DNS",
                        NetworkPolicy.forAllPods("rules", n -> n.egressToDns()),
                        s -> s.withNewPodSelector()
                                .endPodSelector()
                                .addNewEgress()
                                .addToTo(new NetworkPolicyPeerBuilder(namespace("kube-system"))
                                        .withNewPodSelector()
                                        .addToMatchLabels("k8s-app", "kube-dns")
                                        .endPodSelector()
                                        .build())
                                .addToPorts(new NetworkPolicyPort(null, new IntOrString(53), "UDP"))
                                .addToPorts(new NetworkPolicyPort(null, new IntOrString(53), "TCP"))
                                .endEgress()
                                .withPolicyTypes("Egress")),
                policy(
                        "nothing that goes through",
                        NetworkPolicy.denyAll("rules"),
                        s -> everyPod(s).withPolicyTypes("Ingress", "Egress")),
                policy(
                        "nothing that comes in",
                        NetworkPolicy.denyIngress("rules"),
                        s -> everyPod(s).withPolicyTypes("Ingress")),
                policy(
                        "nothing that goes out",
                        NetworkPolicy.denyEgress("rules"),
                        s -> everyPod(s).withPolicyTypes("Egress")),
                policy(
                        "each type once",
                        NetworkPolicy.forAllPods(
                                "rules",
                                n -> n.policyTypes(PolicyType.EGRESS)
                                        .ingress(r -> r.port(HTTP))
                                        .policyTypes(PolicyType.INGRESS, PolicyType.EGRESS)),
                        s -> everyPod(s)
                                .addNewIngress()
                                .addToPorts(new NetworkPolicyPort(null, new IntOrString(8081), "TCP"))
                                .endIngress()
                                .withPolicyTypes("Egress", "Ingress")));
    }

    private static io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer namespace(String name) {
        return new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .addToMatchLabels("kubernetes.io/metadata.name", name)
                .endNamespaceSelector()
                .build();
    }

    private static NetworkPolicySpecBuilder everyPod(NetworkPolicySpecBuilder spec) {
        return spec.withPodSelector(new LabelSelectorBuilder().build());
    }

    private static Case policy(String name, NetworkPolicy policy, UnaryOperator<NetworkPolicySpecBuilder> byHand) {
        return new Case(
                "a NetworkPolicy with " + name,
                policy,
                new NetworkPolicyBuilder()
                        .withMetadata(Cases.named("rules").build())
                        .withSpec(byHand.apply(new NetworkPolicySpecBuilder()).build())
                        .build());
    }
}
