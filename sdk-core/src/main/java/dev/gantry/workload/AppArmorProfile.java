package dev.gantry.workload;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.gantry.extension.Block;
import dev.gantry.extension.Fields;
import dev.gantry.extension.Syntax;
import java.util.function.Consumer;

/**
 * Which files and capabilities a process may use.
 *
 * @see <a href="https://kubernetes.io/docs/tutorials/security/apparmor/">AppArmor</a>
 */
@CheckReturnValue
public final class AppArmorProfile extends Block {

    private AppArmorProfile(Consumer<Fields> writer) {
        super(writer);
    }

    /** Those of the container runtime's own profile; the default of Kubernetes on nodes with AppArmor. */
    public static AppArmorProfile runtimeDefault() {
        return new AppArmorProfile(profile -> profile.set("type", "RuntimeDefault"));
    }

    /** All of them. */
    public static AppArmorProfile unconfined() {
        return new AppArmorProfile(profile -> profile.set("type", "Unconfined"));
    }

    /**
     * Those of a profile that is loaded on the node.
     *
     * @param name the name of the profile
     */
    public static AppArmorProfile localhost(String name) {
        return new AppArmorProfile(profile -> {
            profile.set("type", "Localhost");
            profile.set("localhostProfile", name, Syntax.NOT_EMPTY);
        });
    }
}
