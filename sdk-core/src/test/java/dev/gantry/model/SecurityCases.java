package dev.gantry.model;

import dev.gantry.workload.AppArmorProfile;
import dev.gantry.workload.FsGroupChangePolicy;
import dev.gantry.workload.ProcMount;
import dev.gantry.workload.SeLinuxChangePolicy;
import dev.gantry.workload.SeccompProfile;
import dev.gantry.workload.SupplementalGroupsPolicy;
import java.util.List;

final class SecurityCases {

    private SecurityCases() {}

    static List<Case> cases() {
        return List.of(
                Cases.container(
                        "what a container may do",
                        c -> c.securityContext(s -> s.runAsUser(1001)
                                .runAsGroup(1002)
                                .runAsNonRoot(true)
                                .readOnlyRootFilesystem(true)
                                .allowPrivilegeEscalation(false)
                                .privileged(true)
                                .addCapabilities("NET_BIND_SERVICE", "SYS_TIME")
                                .dropCapabilities("ALL")
                                .procMount(ProcMount.UNMASKED)
                                .seccompProfile(SeccompProfile.localhost("profiles/web.json"))
                                .appArmorProfile(AppArmorProfile.localhost("k8s-web"))
                                .seLinuxOptions(o -> o.level("s0:c1,c2")
                                        .role("system_r")
                                        .type("container_t")
                                        .user("system_u"))
                                .windowsOptions(w -> w.gmsaCredentialSpec("{}")
                                        .gmsaCredentialSpecName("gmsa")
                                        .hostProcess(true)
                                        .runAsUserName("ContainerUser"))),
                        c -> c.withNewSecurityContext()
                                .withRunAsUser(1001L)
                                .withRunAsGroup(1002L)
                                .withRunAsNonRoot(true)
                                .withReadOnlyRootFilesystem(true)
                                .withAllowPrivilegeEscalation(false)
                                .withPrivileged(true)
                                .withNewCapabilities()
                                .withAdd("NET_BIND_SERVICE", "SYS_TIME")
                                .withDrop("ALL")
                                .endCapabilities()
                                .withProcMount("Unmasked")
                                .withNewSeccompProfile("profiles/web.json", "Localhost")
                                .withNewAppArmorProfile("k8s-web", "Localhost")
                                .withNewSeLinuxOptions("s0:c1,c2", "system_r", "container_t", "system_u")
                                .withNewWindowsOptions("{}", "gmsa", true, "ContainerUser")
                                .endSecurityContext()),
                Cases.container(
                        "profiles of the runtime",
                        c -> c.securityContext(s -> s.seccompProfile(SeccompProfile.runtimeDefault())
                                .appArmorProfile(AppArmorProfile.runtimeDefault())),
                        c -> c.withNewSecurityContext()
                                .withNewSeccompProfile(null, "RuntimeDefault")
                                .withNewAppArmorProfile(null, "RuntimeDefault")
                                .endSecurityContext()),
                Cases.pod(
                        "what the containers of a pod may do",
                        d -> d.securityContext(s -> s.runAsUser(2001)
                                .runAsGroup(2002)
                                .runAsNonRoot(true)
                                .fsGroup(2003)
                                .fsGroupChangePolicy(FsGroupChangePolicy.ON_ROOT_MISMATCH)
                                .supplementalGroups(2004, 2005)
                                .supplementalGroupsPolicy(SupplementalGroupsPolicy.STRICT)
                                .sysctl("net.core.somaxconn", "1024")
                                .seLinuxChangePolicy(SeLinuxChangePolicy.RECURSIVE)
                                .seccompProfile(SeccompProfile.unconfined())
                                .appArmorProfile(AppArmorProfile.unconfined())
                                .seLinuxOptions(o -> o.level("s0:c9"))
                                .windowsOptions(w -> w.runAsUserName("Somebody"))),
                        pod -> pod.withNewSecurityContext()
                                .withRunAsUser(2001L)
                                .withRunAsGroup(2002L)
                                .withRunAsNonRoot(true)
                                .withFsGroup(2003L)
                                .withFsGroupChangePolicy("OnRootMismatch")
                                .withSupplementalGroups(2004L, 2005L)
                                .withSupplementalGroupsPolicy("Strict")
                                .addNewSysctl("net.core.somaxconn", "1024")
                                .withSeLinuxChangePolicy("Recursive")
                                .withNewSeccompProfile(null, "Unconfined")
                                .withNewAppArmorProfile(null, "Unconfined")
                                .withNewSeLinuxOptions("s0:c9", null, null, null)
                                .withNewWindowsOptions(null, null, null, "Somebody")
                                .endSecurityContext()));
    }
}
