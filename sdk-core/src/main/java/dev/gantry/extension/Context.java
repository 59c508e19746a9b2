package dev.gantry.extension;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Late} value may look at: where resources were placed, and the run's own settings. */
public interface Context {

    /** The namespace that a resource of the program has; {@code null} if it has none, or was never added. */
    @Nullable
    String namespace(Resource resource);

    /** The namespace of the resource that the value is written to; {@code null} if it has none. */
    @Nullable
    String namespace();

    /**
     * The name of a resource's kind in URLs, such as {@code deployments}: for custom kinds as the definition in the
     * program says it, or else the regular plural.
     */
    String plural(Resource resource);

    /** The hash of what a ConfigMap of the program holds; see {@link ContentHash}. */
    String contentHash(Resource configMap);

    /** The DNS domain of the cluster, {@code cluster.local} by default. */
    String clusterDomain();

    /** The environment that is being made. */
    String environment();

    /**
     * The bytes of a file that belongs to the program.
     *
     * @param file absolute, or relative to the module's folder
     * @throws dev.gantry.finding.FindingsException if it cannot be read
     */
    byte[] read(Path file);

    /**
     * The regular files that lie directly in a folder that belongs to the program, sorted by name, each as a path that
     * {@link #read(Path)} takes. Folders in it are passed over.
     *
     * @param directory absolute, or relative to the module's folder
     * @throws dev.gantry.finding.FindingsException if it cannot be read
     */
    List<Path> list(Path directory);
}
