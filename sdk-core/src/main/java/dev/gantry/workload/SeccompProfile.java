package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * Which system calls a process may make.
 *
 * @see <a href="https://kubernetes.io/docs/tutorials/security/seccomp/">Seccomp</a>
 */
@CheckReturnValue
public final class SeccompProfile extends Block {

    private SeccompProfile(Consumer<Fields> writer) {
        super(writer);
    }

    /** Those of the container runtime's own profile. */
    public static SeccompProfile runtimeDefault() {
        return new SeccompProfile(profile -> profile.set("type", "RuntimeDefault"));
    }

    /** All of them; the default of Kubernetes on most clusters. */
    public static SeccompProfile unconfined() {
        return new SeccompProfile(profile -> profile.set("type", "Unconfined"));
    }

    /**
     * Those of a profile on the node.
     *
     * @param path relative to the kubelet's folder for profiles
     */
    public static SeccompProfile localhost(String path) {
        return new SeccompProfile(profile -> {
            profile.set("type", "Localhost");
            profile.set("localhostProfile", path, Syntax.NOT_EMPTY);
        });
    }
}
