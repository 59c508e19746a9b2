package dev.gantry.output;

import dev.gantry.check.Manifest;
import dev.gantry.extension.KindTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names of manifest files: the kind's fixed rank, the kind, the name. Never a counter, so that adding a resource
 * renames no file. Where two resources would share a file, their namespace is added, and their group if that is not
 * enough. Characters that a file system may reject are written as {@code %} and two hexadecimal digits.
 */
final class FileNames {

    private final String environment;
    private final Layout layout;
    private final Map<String, String> folders = new HashMap<>();
    private final Map<String, String> stackFiles = new HashMap<>();
    private final Map<String, Integer> plain = new HashMap<>();
    private final Map<String, Integer> withNamespace = new HashMap<>();

    FileNames(String environment, List<Manifest> manifests, Layout layout) {
        this.environment = environment;
        this.layout = layout;
        if (layout == Layout.OBJECT) {
            for (Manifest manifest : manifests) {
                plain.merge(folder(manifest) + plain(manifest), 1, Integer::sum);
                withNamespace.merge(folder(manifest) + withNamespace(manifest), 1, Integer::sum);
            }
        }
    }

    String of(Manifest manifest) {
        if (layout == Layout.STACK) {
            return path(stackFiles, manifest, ".yaml");
        }
        String name = plain(manifest);
        if (plain.getOrDefault(folder(manifest) + name, 0) > 1) {
            name = withNamespace(manifest);
            if (withNamespace.getOrDefault(folder(manifest) + name, 0) > 1) {
                name = name + "." + manifest.id().group();
            }
        }
        return folder(manifest) + SafeFileName.shortened(name) + ".yaml";
    }

    private String folder(Manifest manifest) {
        return path(folders, manifest, "/");
    }

    /** The path that a stack gives to its manifests; put together once. */
    private String path(Map<String, String> paths, Manifest manifest, String end) {
        String path = paths.get(manifest.stack());
        if (path == null) {
            path = "yaml/" + environment + "/" + SafeFileName.escaped(manifest.stack()) + end;
            paths.put(manifest.stack(), path);
        }
        return path;
    }

    private static String plain(Manifest manifest) {
        return prefix(manifest) + SafeFileName.escaped(manifest.id().name());
    }

    private static String withNamespace(Manifest manifest) {
        String namespace = manifest.id().namespace();
        return prefix(manifest)
                + (namespace == null ? "" : SafeFileName.escaped(namespace) + ".")
                + SafeFileName.escaped(manifest.id().name());
    }

    private static String prefix(Manifest manifest) {
        int rank = KindTable.rank(manifest.id().apiVersion(), manifest.id().kind());
        return (rank < 10 ? "0" : "") + rank + "-"
                + SafeFileName.escaped(manifest.id().kind().toLowerCase(Locale.ROOT)) + "-";
    }
}
