package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * What a process may do on Windows.
 *
 * @see <a href="https://kubernetes.io/docs/tasks/configure-pod-container/configure-runasusername/">RunAsUserName</a>
 */
public final class WindowsOptions {

    private final Fields options;

    WindowsOptions(Fields options) {
        this.options = options;
    }

    /** Sets {@code gmsaCredentialSpec}: the content of a credential spec for a group managed service account. */
    public WindowsOptions gmsaCredentialSpec(String content) {
        options.set("gmsaCredentialSpec", content, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code gmsaCredentialSpecName}: the name of a credential spec in the cluster. */
    public WindowsOptions gmsaCredentialSpecName(String name) {
        options.set("gmsaCredentialSpecName", name, Syntax.DNS_SUBDOMAIN);
        return this;
    }

    /** Sets {@code hostProcess}: whether it runs as a process of the node itself; {@code false} by default. */
    public WindowsOptions hostProcess(boolean hostProcess) {
        options.set("hostProcess", hostProcess);
        return this;
    }

    /** Sets {@code runAsUserName}; the image's user where it is not set. */
    public WindowsOptions runAsUserName(String user) {
        options.set("runAsUserName", user, Syntax.NOT_EMPTY);
        return this;
    }
}
