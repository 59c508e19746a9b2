package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * What the containers of a pod may do.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context">
 *     securityContext</a>
 */
public final class PodSecurityContext {

    private final Fields context;

    PodSecurityContext(Fields context) {
        this.context = context;
    }

    /**
     * Sets {@code runAsUser}: the user ID of the processes; the image's where it is not set.
     *
     * @param id 0 or more; 0 is root
     */
    public PodSecurityContext runAsUser(long id) {
        context.set("runAsUser", id, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets {@code runAsGroup}: the main group ID of the processes; the container runtime's choice where it is not set.
     *
     * @param id 0 or more; 0 is root
     */
    public PodSecurityContext runAsGroup(long id) {
        context.set("runAsGroup", id, 0, Integer.MAX_VALUE);
        return this;
    }

    /** Sets {@code runAsNonRoot}: whether a container that would run as root does not start; {@code false} by default. */
    public PodSecurityContext runAsNonRoot(boolean nonRoot) {
        context.set("runAsNonRoot", nonRoot);
        return this;
    }

    /** Sets {@code seccompProfile}: which system calls the processes may make. */
    public PodSecurityContext seccompProfile(SeccompProfile profile) {
        context.set("seccompProfile", profile);
        return this;
    }

    /** Sets {@code appArmorProfile}: which files and capabilities the processes may use. */
    public PodSecurityContext appArmorProfile(AppArmorProfile profile) {
        context.set("appArmorProfile", profile);
        return this;
    }

    /** Sets {@code seLinuxOptions}: the SELinux label of the processes. */
    public PodSecurityContext seLinuxOptions(Consumer<SeLinuxOptions> options) {
        context.object("seLinuxOptions").block(SeLinuxOptions::new, options);
        return this;
    }

    /** Sets {@code windowsOptions}: what the processes may do on Windows. */
    public PodSecurityContext windowsOptions(Consumer<WindowsOptions> options) {
        context.object("windowsOptions").block(WindowsOptions::new, options);
        return this;
    }

    /**
     * Sets {@code fsGroup}: the group ID that volumes belong to, and the processes too; volumes stay as they are where it
     * is not set.
     *
     * @param id 0 or more
     */
    public PodSecurityContext fsGroup(long id) {
        context.set("fsGroup", id, 0, Integer.MAX_VALUE);
        return this;
    }

    /** Sets {@code fsGroupChangePolicy}; {@link FsGroupChangePolicy#ALWAYS} where it is not set. */
    public PodSecurityContext fsGroupChangePolicy(FsGroupChangePolicy policy) {
        context.set("fsGroupChangePolicy", policy);
        return this;
    }

    /**
     * Adds to {@code supplementalGroups}: more group IDs of the processes.
     *
     * @param ids 0 or more each
     */
    public PodSecurityContext supplementalGroups(long... ids) {
        if (context.given("supplementalGroups", ids)) {
            for (long id : ids) {
                context.add("supplementalGroups", id, 0, Integer.MAX_VALUE);
            }
        }
        return this;
    }

    /** Sets {@code supplementalGroupsPolicy}; {@link SupplementalGroupsPolicy#MERGE} where it is not set. */
    public PodSecurityContext supplementalGroupsPolicy(SupplementalGroupsPolicy policy) {
        context.set("supplementalGroupsPolicy", policy);
        return this;
    }

    /**
     * Adds to {@code sysctls}: a kernel parameter of the pod.
     *
     * @param name such as {@code net.core.somaxconn}
     * @see <a href="https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/">Sysctls</a>
     */
    public PodSecurityContext sysctl(String name, String value) {
        Fields sysctl = context.append("sysctls");
        sysctl.set("name", name, Syntax.NOT_EMPTY);
        sysctl.set("value", value);
        return this;
    }

    /** Sets {@code seLinuxChangePolicy}; {@link SeLinuxChangePolicy#MOUNT_OPTION} where it is not set and possible. */
    public PodSecurityContext seLinuxChangePolicy(SeLinuxChangePolicy policy) {
        context.set("seLinuxChangePolicy", policy);
        return this;
    }
}
