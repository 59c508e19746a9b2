package dev.gantry;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a program is loaded from. */
final class ClassPath {

    private ClassPath() {}

    /** The folders and jars of a class loader, or of the process if the loader does not tell. */
    static List<Path> of(ClassLoader loader) {
        List<Path> paths = new ArrayList<>();
        if (loader instanceof URLClassLoader urls) {
            for (URL url : urls.getURLs()) {
                paths.add(Path.of(URI.create(url.toString())));
            }
            return paths;
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                paths.add(Path.of(entry).toAbsolutePath());
            }
        }
        return paths;
    }
}
