package dev.gantry.engine.kubeconfig;

import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which files are read, as kubectl decides it. */
final class KubeconfigFiles {

    private KubeconfigFiles() {}

    /** The files; empty if there is none, so that this may be a pod. */
    static List<Path> of(AccessOptions options, Machine machine) {
        Path named = options.kubeconfig();
        if (named != null) {
            if (!Files.isRegularFile(named)) {
                throw new AccessFailure(Problem.NO_KUBECONFIG, "the kubeconfig " + named + " does not exist");
            }
            return List.of(named);
        }
        List<Path> found = new ArrayList<>();
        for (Path path : candidates(machine)) {
            if (Files.isRegularFile(path)) {
                found.add(path);
            }
        }
        return found;
    }

    /** Why there is none. */
    static String absence(Machine machine) {
        return machine.variable("KUBECONFIG") == null
                ? "there is no kubeconfig: " + machine.home().resolve(".kube/config") + " does not exist"
                : "there is no kubeconfig: KUBECONFIG names " + machine.variable("KUBECONFIG")
                        + ", which does not exist";
    }

    private static List<Path> candidates(Machine machine) {
        String variable = machine.variable("KUBECONFIG");
        if (variable == null) {
            return List.of(machine.home().resolve(".kube").resolve("config"));
        }
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(variable)
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
    }
}
