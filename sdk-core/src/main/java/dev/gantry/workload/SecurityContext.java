package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * What a container may do. What is said here wins over what its pod says.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context-1">
 *     securityContext</a>
 */
public final class SecurityContext {

    private final Fields context;

    SecurityContext(Fields context) {
        this.context = context;
    }

    /**
     * Sets {@code runAsUser}: the user ID of the processes; the image's where it is not set.
     *
     * @param id 0 or more; 0 is root
     */
    public SecurityContext runAsUser(long id) {
        context.set("runAsUser", id, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Sets {@code runAsGroup}: the main group ID of the processes; the container runtime's choice where it is not set.
     *
     * @param id 0 or more; 0 is root
     */
    public SecurityContext runAsGroup(long id) {
        context.set("runAsGroup", id, 0, Integer.MAX_VALUE);
        return this;
    }

    /** Sets {@code runAsNonRoot}: whether a container that would run as root does not start; {@code false} by default. */
    public SecurityContext runAsNonRoot(boolean nonRoot) {
        context.set("runAsNonRoot", nonRoot);
        return this;
    }

    /** Sets {@code seccompProfile}: which system calls the processes may make. */
    public SecurityContext seccompProfile(SeccompProfile profile) {
        context.set("seccompProfile", profile);
        return this;
    }

    /** Sets {@code appArmorProfile}: which files and capabilities the processes may use. */
    public SecurityContext appArmorProfile(AppArmorProfile profile) {
        context.set("appArmorProfile", profile);
        return this;
    }

    /** Sets {@code seLinuxOptions}: the SELinux label of the processes. */
    public SecurityContext seLinuxOptions(Consumer<SeLinuxOptions> options) {
        context.object("seLinuxOptions").block(SeLinuxOptions::new, options);
        return this;
    }

    /** Sets {@code windowsOptions}: what the processes may do on Windows. */
    public SecurityContext windowsOptions(Consumer<WindowsOptions> options) {
        context.object("windowsOptions").block(WindowsOptions::new, options);
        return this;
    }

    /** Sets {@code readOnlyRootFilesystem}: whether only volumes can be written to; {@code false} by default. */
    public SecurityContext readOnlyRootFilesystem(boolean readOnly) {
        context.set("readOnlyRootFilesystem", readOnly);
        return this;
    }

    /**
     * Sets {@code allowPrivilegeEscalation}: whether a process may get more rights than its parent; {@code true} by
     * default.
     */
    public SecurityContext allowPrivilegeEscalation(boolean allow) {
        context.set("allowPrivilegeEscalation", allow);
        return this;
    }

    /** Sets {@code privileged}: whether the processes are as good as root on the node; {@code false} by default. */
    public SecurityContext privileged(boolean privileged) {
        context.set("privileged", privileged);
        return this;
    }

    /**
     * Adds to {@code capabilities.add}: rights beyond those that the container runtime gives.
     *
     * @param capabilities such as {@code NET_BIND_SERVICE}, without {@code CAP_}
     */
    public SecurityContext addCapabilities(String... capabilities) {
        context.object("capabilities").addAll("add", Syntax.NOT_EMPTY, capabilities);
        return this;
    }

    /**
     * Adds to {@code capabilities.drop}: rights that the container runtime gives and that are not needed.
     *
     * @param capabilities such as {@code NET_RAW}, without {@code CAP_}; {@code ALL} for all
     */
    public SecurityContext dropCapabilities(String... capabilities) {
        context.object("capabilities").addAll("drop", Syntax.NOT_EMPTY, capabilities);
        return this;
    }

    /** Sets {@code procMount}; {@link ProcMount#DEFAULT} where it is not set. */
    public SecurityContext procMount(ProcMount procMount) {
        context.set("procMount", procMount);
        return this;
    }
}
