package dev.gantry.check;

import java.nio.file.Path;
import java.util.List;

/**
 * A Secret whose values are in files that enter no output.
 *
 * @param manifest what is known of it: all but its values
 * @param files where the author has them, in the order of the program
 */
public record FileSecret(Manifest manifest, List<Path> files) {

    /** Copies the list. */
    public FileSecret {
        files = List.copyOf(files);
    }

    /** The keys: the last parts of the paths. */
    public List<String> keys() {
        return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
    }
}
