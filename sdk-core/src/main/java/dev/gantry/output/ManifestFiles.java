package dev.gantry.output;

import dev.gantry.bundle.Digest;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.yaml.YamlPrinter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manifests of one environment as YAML files, and the index of them.
 *
 * @param files content by path, below the bundle's folder
 * @param entries a line of the index for each manifest, in the order of the manifests
 */
public record ManifestFiles(SortedMap<String, byte[]> files, List<IndexEntry> entries) {

    private static final byte[] SEPARATOR = "---\n".getBytes(StandardCharsets.UTF_8);

    /**
     * Prints manifests.
     *
     * @param environment the name of the environment
     * @param manifests in the order in which they can be applied
     */
    public static ManifestFiles print(String environment, List<Manifest> manifests, Layout layout) {
        Map<Resource, ResourceId> ids = new HashMap<>();
        for (Manifest manifest : manifests) {
            ids.put(manifest.resource(), manifest.id());
        }
        FileNames names = new FileNames(environment, manifests, layout);
        Map<String, List<byte[]>> documents = new LinkedHashMap<>();
        List<IndexEntry> entries = new ArrayList<>(manifests.size());
        StringBuilder document = new StringBuilder();
        for (Manifest manifest : manifests) {
            document.setLength(0);
            YamlPrinter.print(manifest.tree(), document);
            String file = names.of(manifest);
            byte[] content = document.toString().getBytes(StandardCharsets.UTF_8);
            List<byte[]> others = documents.computeIfAbsent(file, x -> new ArrayList<>());
            others.add(content);
            entries.add(new IndexEntry(
                    manifest.id(),
                    manifest.stack(),
                    file,
                    others.size() - 1,
                    Digest.sha256(content),
                    manifest.origin(),
                    edges(manifest, ids)));
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, List<byte[]>> file : documents.entrySet()) {
            files.put(file.getKey(), joined(file.getValue()));
        }
        return new ManifestFiles(files, entries);
    }

    /** One file of several documents; its size is known, so it is not copied again and again while it grows. */
    private static byte[] joined(List<byte[]> documents) {
        if (documents.size() == 1) {
            return documents.get(0);
        }
        int size = SEPARATOR.length * (documents.size() - 1);
        for (byte[] document : documents) {
            size += document.length;
        }
        byte[] file = new byte[size];
        int at = 0;
        for (byte[] document : documents) {
            if (at > 0) {
                System.arraycopy(SEPARATOR, 0, file, at, SEPARATOR.length);
                at += SEPARATOR.length;
            }
            System.arraycopy(document, 0, file, at, document.length);
            at += document.length;
        }
        return file;
    }

    private static List<Edge> edges(Manifest manifest, Map<Resource, ResourceId> ids) {
        List<Edge> edges = new ArrayList<>(manifest.references().size());
        for (Reference reference : manifest.references()) {
            Resource target = reference.target();
            ResourceId id = ids.get(target);
            if (id == null) {
                String namespace = target.ownNamespace() != null
                        ? target.ownNamespace()
                        : manifest.id().namespace();
                id = new ResourceId(target.kind().apiVersion(), target.kind().name(), namespace, target.name());
            }
            edges.add(new Edge(reference.field(), id, target.isExternal()));
        }
        return edges;
    }
}
