package dev.gantry.output;

import dev.gantry.bundle.Digest;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.extension.Dependency;
import dev.gantry.extension.KindTable;
import dev.gantry.extension.Reference;
import dev.gantry.extension.Resource;
import dev.gantry.yaml.Utf8Text;
import dev.gantry.yaml.YamlPrinter;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The manifests of one environment as YAML files, and the index of them.
 *
 * @param files content by path, below the bundle's folder
 * @param entries a line of the index for each manifest, in the order of the manifests
 */
public record ManifestFiles(SortedMap<String, byte[]> files, List<IndexEntry> entries) {

    private static final String SEPARATOR = "---\n";

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
        Map<String, Utf8Text> texts = new HashMap<>();
        Map<String, Integer> documents = new HashMap<>();
        List<IndexEntry> entries = new ArrayList<>(manifests.size());
        Utf8Text document = new Utf8Text();
        YamlPrinter printer = new YamlPrinter(document);
        MessageDigest digest = Digest.sha256();
        for (Manifest manifest : manifests) {
            document.clear();
            printer.append(manifest.tree());
            document.digest(digest);
            String file = names.of(manifest);
            int number = documents.getOrDefault(file, 0);
            documents.put(file, number + 1);
            Utf8Text text = texts.get(file);
            if (text == null) {
                text = new Utf8Text(document.length());
                texts.put(file, text);
            } else {
                text.append(SEPARATOR);
            }
            text.append(document);
            entries.add(new IndexEntry(
                    manifest.id(),
                    KindTable.rank(manifest.id().apiVersion(), manifest.id().kind()),
                    manifest.stack(),
                    file,
                    number,
                    Digest.text(digest),
                    manifest.origin(),
                    edges(manifest, ids),
                    dependencies(manifest, ids)));
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, Utf8Text> text : texts.entrySet()) {
            files.put(text.getKey(), text.getValue().toByteArray());
        }
        return new ManifestFiles(files, entries);
    }

    private static List<ResourceId> dependencies(Manifest manifest, Map<Resource, ResourceId> ids) {
        if (manifest.dependencies().isEmpty()) {
            return List.of();
        }
        Set<ResourceId> dependencies = new LinkedHashSet<>();
        for (Dependency dependency : manifest.dependencies()) {
            ResourceId id = ids.get(dependency.target());
            if (id != null) {
                dependencies.add(id);
            }
        }
        return List.copyOf(dependencies);
    }

    private static List<Edge> edges(Manifest manifest, Map<Resource, ResourceId> ids) {
        List<Edge> edges = new ArrayList<>(manifest.references().size());
        for (Reference reference : manifest.references()) {
            Resource target = reference.target();
            ResourceId id = ids.get(target);
            // What is added and yet not here is a Secret of files, which others bring.
            boolean external = id == null || target.isExternal();
            if (id == null) {
                String namespace = target.ownNamespace() != null
                        ? target.ownNamespace()
                        : manifest.id().namespace();
                id = new ResourceId(target.kind().apiVersion(), target.kind().name(), namespace, target.name());
            }
            edges.add(new Edge(reference.field(), id, external));
        }
        return edges;
    }
}
