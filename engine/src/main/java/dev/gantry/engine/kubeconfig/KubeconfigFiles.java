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
    static List<Path> of(AccessOptions options, Surroundings surroundings) {
        Path named = options.kubeconfig();
        if (named != null) {
            if (!Files.isRegularFile(named)) {
                throw new AccessFailure(Problem.NO_KUBECONFIG, "the kubeconfig " + named + " does not exist");
            }
            return List.of(named);
        }
        List<Path> found = new ArrayList<>();
        for (Path path : candidates(surroundings)) {
            if (Files.isRegularFile(path)) {
                found.add(path);
            }
        }
        return found;
    }

    /** Why there is none. */
    static String absence(Surroundings surroundings) {
        return surroundings.variable("KUBECONFIG") == null
                ? "there is no kubeconfig: " + surroundings.home().resolve(".kube/config") + " does not exist"
                : "there is no kubeconfig: KUBECONFIG names " + surroundings.variable("KUBECONFIG")
                        + ", which does not exist";
    }

    private static List<Path> candidates(Surroundings surroundings) {
        String variable = surroundings.variable("KUBECONFIG");
        if (variable == null) {
            return List.of(surroundings.home().resolve(".kube").resolve("config"));
        }
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(variable)
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
    }
}
