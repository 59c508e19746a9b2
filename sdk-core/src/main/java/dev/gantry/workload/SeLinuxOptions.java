package dev.gantry.workload;

import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;

/**
 * The SELinux label of a process; the container runtime chooses what is not set.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container">
 *     SELinux labels</a>
 */
public final class SeLinuxOptions {

    private final Fields options;

    SeLinuxOptions(Fields options) {
        this.options = options;
    }

    /** Sets {@code level}, such as {@code s0:c123,c456}. */
    public SeLinuxOptions level(String level) {
        options.set("level", level, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code role}, such as {@code system_r}. */
    public SeLinuxOptions role(String role) {
        options.set("role", role, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code type}, such as {@code container_t}. */
    public SeLinuxOptions type(String type) {
        options.set("type", type, Syntax.NOT_EMPTY);
        return this;
    }

    /** Sets {@code user}, such as {@code system_u}. */
    public SeLinuxOptions user(String user) {
        options.set("user", user, Syntax.NOT_EMPTY);
        return this;
    }
}
