package dev.gantry.model;

import static java.time.Duration.ofMinutes;

import dev.gantry.Quantity;
import dev.gantry.access.ServiceAccount;
import dev.gantry.config.Secret;
import dev.gantry.workload.DnsPolicy;
import java.util.List;

final class PodCases {

    private PodCases() {}

    static List<Case> cases() {
        return List.of(
                Cases.pod(
                        "who a pod is",
                        d -> d.serviceAccount(ServiceAccount.existing("robot"))
                                .automountServiceAccountToken(false)
                                .imagePullSecrets(Secret.existing("registry"), Secret.existing("mirror")),
                        pod -> pod.withServiceAccountName("robot")
                                .withAutomountServiceAccountToken(false)
                                .addNewImagePullSecret("registry")
                                .addNewImagePullSecret("mirror")),
                Cases.pod(
                        "how long a pod takes to stop, and what it has",
                        d -> d.terminationGracePeriod(ofMinutes(3))
                                .podRequest("cpu", Quantity.milli(700))
                                .podLimit("memory", Quantity.gibi(2)),
                        pod -> pod.withTerminationGracePeriodSeconds(180L)
                                .withNewResources()
                                .addToRequests("cpu", io.fabric8.kubernetes.api.model.Quantity.parse("700m"))
                                .addToLimits("memory", io.fabric8.kubernetes.api.model.Quantity.parse("2Gi"))
                                .endResources()),
                Cases.pod(
                        "names and hosts",
                        d -> d.dnsPolicy(DnsPolicy.NONE)
                                .dnsConfig(c -> c.nameservers("192.0.2.53", "192.0.2.54")
                                        .searches("example.com", "svc.example.com")
                                        .option("edns0")
                                        .option("ndots", "3"))
                                .hostAlias("192.0.2.7", "legacy", "old.example.com")
                                .hostname("me")
                                .subdomain("group")
                                .setHostnameAsFqdn(true),
                        pod -> pod.withDnsPolicy("None")
                                .withNewDnsConfig()
                                .withNameservers("192.0.2.53", "192.0.2.54")
                                .withSearches("example.com", "svc.example.com")
                                .addNewOption("edns0", null)
                                .addNewOption("ndots", "3")
                                .endDnsConfig()
                                .addNewHostAlias()
                                .withIp("192.0.2.7")
                                .withHostnames("legacy", "old.example.com")
                                .endHostAlias()
                                .withHostname("me")
                                .withSubdomain("group")
                                .withSetHostnameAsFQDN(true)),
                Cases.pod(
                        "the network of the host",
                        d -> d.hostNetwork(true).hostUsers(false).enableServiceLinks(false),
                        pod -> pod.withHostNetwork(true).withHostUsers(false).withEnableServiceLinks(false)),
                Cases.pod("the processes of the host", d -> d.hostPid(true), pod -> pod.withHostPID(true)),
                Cases.pod(
                        "the memory of the host",
                        d -> d.hostIpc(true).shareProcessNamespace(true),
                        pod -> pod.withHostIPC(true).withShareProcessNamespace(true)));
    }
}
