package dev.gantry.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of all goals that read a bundle: whose, and what of it. */
abstract class BundleGoal extends ProgramGoal {

    /** A bundle that was made before, which is read without running the program. */
    @Parameter(property = "gantry.bundle")
    @Nullable
    File bundle;

    /** The stacks that it is about, separated by commas on the command line. All of the program, if left out. */
    @Parameter(property = "gantry.stack", alias = "stack")
    @Nullable
    List<String> stacks;

    /** The namespace of what states none, and of stacks that have none. That of the context, if left out. */
    @Parameter(property = "gantry.namespace")
    @Nullable
    String namespace;

    /** What is deployed are manifests, of one environment; other formats need all of them. */
    @Override
    final List<String> formats() {
        return List.of("yaml");
    }

    /** What is deployed. */
    final BundleRequest bundleRequest() throws MojoFailureException {
        if (environments != null && environments.size() > 1) {
            throw new MojoFailureException(
                    "gantry.environment takes one environment here, and not " + String.join(", ", environments) + ".");
        }
        return new BundleRequest(
                bundle == null ? null : bundle.toPath(),
                environments == null || environments.isEmpty() ? null : environments.get(0),
                stacks == null ? List.of() : stacks,
                namespace);
    }
}
