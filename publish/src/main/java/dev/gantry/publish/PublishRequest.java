package dev.gantry.publish;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published.
 *
 * @param tree the folder of the files, as the format {@code gitops} has made it
 * @param directory the working copy, or a folder in it; {@code null} if nobody has said
 * @param program what made the tree, such as the name of its class
 * @param commit the commit of the program; {@code null} to leave it out of the message
 * @param dryRun whether nothing is written
 */
public record PublishRequest(
        Path tree,
        @Nullable Path directory,
        String program,
        @Nullable String commit,
        boolean dryRun) {}
