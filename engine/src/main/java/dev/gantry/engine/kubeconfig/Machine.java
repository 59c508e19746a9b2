package dev.gantry.engine.kubeconfig;

import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the program runs, as far as it says which cluster is meant; tests have others.
 *
 * @param variables the environment, {@code null} where there is no such variable
 * @param home the user's folder
 * @param serviceAccount the folder where a pod finds its token
 */
public record Machine(Function<String, @Nullable String> variables, Path home, Path serviceAccount) {

    /** The machine's own. */
    public static Machine system() {
        String home = System.getenv("HOME");
        return new Machine(
                System::getenv,
                Path.of(home == null || home.isEmpty() ? System.getProperty("user.home", ".") : home),
                Path.of("/var/run/secrets/kubernetes.io/serviceaccount"));
    }

    /** A variable that has a value. */
    @Nullable
    String variable(String name) {
        String value = variables.apply(name);
        return value == null || value.isBlank() ? null : value;
    }
}
