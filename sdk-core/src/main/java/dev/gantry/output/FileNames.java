package dev.gantry.output;

import dev.gantry.bundle.Digest;
import dev.gantry.check.Manifest;
import dev.gantry.extension.KindTable;
import java.nio.charset.StandardCharsets;
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

    /** Leaves room for the longest name that common file systems take, 255 bytes. */
    private static final int LONGEST = 240;

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
        return folder(manifest) + shortened(name) + ".yaml";
    }

    private String folder(Manifest manifest) {
        return path(folders, manifest, "/");
    }

    /** The path that a stack gives to its manifests; put together once. */
    private String path(Map<String, String> paths, Manifest manifest, String end) {
        String path = paths.get(manifest.stack());
        if (path == null) {
            path = "yaml/" + environment + "/" + escaped(manifest.stack()) + end;
            paths.put(manifest.stack(), path);
        }
        return path;
    }

    private static String plain(Manifest manifest) {
        return prefix(manifest) + escaped(manifest.id().name());
    }

    private static String withNamespace(Manifest manifest) {
        String namespace = manifest.id().namespace();
        return prefix(manifest)
                + (namespace == null ? "" : escaped(namespace) + ".")
                + escaped(manifest.id().name());
    }

    private static String prefix(Manifest manifest) {
        int rank = KindTable.rank(manifest.id().apiVersion(), manifest.id().kind());
        return (rank < 10 ? "0" : "") + rank + "-"
                + escaped(manifest.id().kind().toLowerCase(Locale.ROOT)) + "-";
    }

    private static String escaped(String name) {
        StringBuilder out = null;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean safe = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
            if (!safe && out == null) {
                out = new StringBuilder(name.substring(0, i));
            }
            if (out != null) {
                if (safe) {
                    out.append(c);
                } else {
                    for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                        out.append('%').append(Character.forDigit((b >> 4) & 0xf, 16));
                        out.append(Character.forDigit(b & 0xf, 16));
                    }
                }
            }
        }
        return out == null ? name : out.toString();
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String digest = Digest.sha256(name.getBytes(StandardCharsets.UTF_8));
        return name.substring(0, LONGEST - 9) + "-" + digest.substring(digest.length() - 8);
    }
}
