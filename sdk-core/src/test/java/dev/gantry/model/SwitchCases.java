package dev.gantry.model;

import dev.gantry.access.ServiceAccount;
import dev.gantry.network.Service;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;

/** Every truth value the other way round than the other cases have it: a setter that ignores its argument is seen. */
final class SwitchCases {

    private SwitchCases() {}

    static List<Case> cases() {
        return List.of(
                Cases.pod(
                        "the switches of a pod",
                        d -> d.automountServiceAccountToken(true)
                                .setHostnameAsFqdn(false)
                                .hostNetwork(false)
                                .hostPid(false)
                                .hostIpc(false)
                                .hostUsers(true)
                                .shareProcessNamespace(false)
                                .enableServiceLinks(true)
                                .securityContext(s -> s.runAsNonRoot(false).windowsOptions(w -> w.hostProcess(false))),
                        pod -> pod.withAutomountServiceAccountToken(true)
                                .withSetHostnameAsFQDN(false)
                                .withHostNetwork(false)
                                .withHostPID(false)
                                .withHostIPC(false)
                                .withHostUsers(true)
                                .withShareProcessNamespace(false)
                                .withEnableServiceLinks(true)
                                .withNewSecurityContext()
                                .withRunAsNonRoot(false)
                                .withNewWindowsOptions(null, null, false, null)
                                .endSecurityContext()),
                Cases.container(
                        "the switches of a container",
                        c -> c.stdin(false)
                                .stdinOnce(false)
                                .tty(false)
                                .securityContext(s -> s.runAsNonRoot(false)
                                        .readOnlyRootFilesystem(false)
                                        .allowPrivilegeEscalation(true)
                                        .privileged(false)),
                        c -> c.withStdin(false)
                                .withStdinOnce(false)
                                .withTty(false)
                                .withNewSecurityContext()
                                .withRunAsNonRoot(false)
                                .withReadOnlyRootFilesystem(false)
                                .withAllowPrivilegeEscalation(true)
                                .withPrivileged(false)
                                .endSecurityContext()),
                new Case(
                        "the switches of a Service",
                        Service.of(
                                "front", s -> s.publishNotReadyAddresses(false).allocateLoadBalancerNodePorts(true)),
                        new ServiceBuilder()
                                .withMetadata(Cases.named("front").build())
                                .withNewSpec()
                                .withPublishNotReadyAddresses(false)
                                .withAllocateLoadBalancerNodePorts(true)
                                .endSpec()
                                .build()),
                new Case(
                        "the switch of a ServiceAccount",
                        ServiceAccount.of("robot", s -> s.automountServiceAccountToken(true)),
                        new ServiceAccountBuilder()
                                .withMetadata(Cases.named("robot").build())
                                .withAutomountServiceAccountToken(true)
                                .build()));
    }
}
