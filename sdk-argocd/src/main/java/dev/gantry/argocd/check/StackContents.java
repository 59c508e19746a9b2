package dev.gantry.argocd.check;

import dev.gantry.check.Manifest;
import dev.gantry.check.Model;
import dev.gantry.extension.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Applications deploy, as far as the program makes it. */
final class StackContents {

    private final Map<String, List<Manifest>> byStack = new HashMap<>();

    StackContents(Model model) {
        for (Manifest manifest : model.manifests()) {
            byStack.computeIfAbsent(manifest.stack(), x -> new ArrayList<>()).add(manifest);
        }
    }

    /** The resources that an Application deploys; none if that is not known. */
    List<Manifest> of(ApplicationSpec application) {
        return application.stack() == null
                ? List.of()
                : Collections.unmodifiableList(byStack.getOrDefault(application.stack(), List.of()));
    }

    /** Whether a resource certainly lives in a namespace. */
    static boolean isNamespaced(Manifest manifest) {
        return manifest.id().namespace() != null || manifest.resource().kind().scope() == Kind.Scope.NAMESPACED;
    }

    /** Whether a resource certainly lives in none. */
    static boolean isClusterScoped(Manifest manifest) {
        return manifest.resource().kind().scope() == Kind.Scope.CLUSTER;
    }
}
