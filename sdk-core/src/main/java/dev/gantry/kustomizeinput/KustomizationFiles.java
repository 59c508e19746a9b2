package dev.gantry.kustomizeinput;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.bundle.Digest;
import dev.gantry.extension.Run;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.finding.Origin;
import dev.gantry.raw.YamlDocument;
import dev.gantry.raw.YamlDocuments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that a kustomization is built from: all in its folder, and what it names elsewhere, with the kustomizations that it is made of.
 */
final class KustomizationFiles {

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final Pattern REMOTE =
            Pattern.compile("([a-z+]+://|git@|git::|github\\.com[/:]|bitbucket\\.org[/:]|gitlab\\.com[/:]).*"
                    + "|.*\\?(ref|version|timeout|submodules)=.*|[^/]+\\.[a-z]+/.*(//|\\.git).*");

    /** Where a kustomization names files and folders; {@code []} stands for any element. */
    private static final List<List<String>> PLACES = Stream.of(
                    "resources []",
                    "bases []",
                    "components []",
                    "crds []",
                    "generators []",
                    "transformers []",
                    "validators []",
                    "configurations []",
                    "openapi path",
                    "patches [] path",
                    "patchesJson6902 [] path",
                    "patchesStrategicMerge []",
                    "replacements [] path",
                    "configMapGenerator [] files []",
                    "configMapGenerator [] envs []",
                    "configMapGenerator [] env",
                    "secretGenerator [] files []",
                    "secretGenerator [] envs []",
                    "secretGenerator [] env")
            .map(place -> List.of(place.split(" ", -1)))
            .toList();

    private final Run run;
    private final SortedMap<String, String> digests = new TreeMap<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>(0);

    KustomizationFiles(Run run) {
        this.run = run;
    }

    /**
     * A digest of all files, which become inputs of the run.
     *
     * @throws FindingsException if it is no kustomization, or takes something from the network
     */
    String digest(Path folder) {
        Path root = run.resolve(folder).toAbsolutePath().normalize();
        if (file(root) == null) {
            String name = run.nameOf(folder);
            throw new FindingsException(Finding.of(
                            KustomizationRule.NO_KUSTOMIZATION,
                            Files.isDirectory(root)
                                    ? "The folder " + name + " is no kustomization: it has no kustomization.yaml."
                                    : Files.exists(root)
                                            ? name + " is a file, and no folder."
                                            : "There is no folder " + name + ".")
                    .hint("Give the folder that has the kustomization.yaml, from the module's folder on."));
        }
        visit(root);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        StringBuilder all = new StringBuilder();
        digests.forEach(
                (name, digest) -> all.append(name).append(' ').append(digest).append('\n'));
        return Digest.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Path file(Path folder) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }

    private void visit(Path folder) {
        Path file = file(folder);
        if (!folders.add(folder) || file == null) {
            return;
        }
        for (Path each : run.walk(folder)) {
            if (Files.exists(run.resolve(each))) { // whether a link that leads nowhere matters, Kustomize tells
                read(each);
            }
        }
        String name = run.nameOf(file);
        for (YamlDocument document : YamlDocuments.traced(name, new String(run.read(file), StandardCharsets.UTF_8))) {
            for (List<String> place : PLACES) {
                refuseRemote(name, document, document.tree(), place, "");
            }
            names(document.tree(), folder);
        }
    }

    private void refuseRemote(String file, YamlDocument document, JsonNode at, List<String> steps, String field) {
        if (steps.isEmpty()) {
            // in a list of files, a key may stand before the path
            String place = at.asText().substring(at.asText().indexOf('=') + 1);
            if (at.isTextual()
                    && (REMOTE.matcher(at.asText()).matches()
                            || REMOTE.matcher(place).matches())) {
                findings.add(Finding.of(
                                KustomizationRule.REMOTE,
                                "The kustomization takes " + at.asText() + " from another place when it is built.")
                        .hint("Copy it into the module; a file of manifests is locked with Raw.remote(url).")
                        .at(document.lines().getOrDefault(field, Origin.file(file, 1, 1))));
            }
            return;
        }
        List<String> rest = steps.subList(1, steps.size());
        if (steps.get(0).equals("[]")) {
            int index = 0;
            for (JsonNode element : at) {
                refuseRemote(file, document, element, rest, field + "[" + index++ + "]");
            }
        } else {
            String below = field.isEmpty() ? steps.get(0) : field + "." + steps.get(0);
            refuseRemote(file, document, at.path(steps.get(0)), rest, below);
        }
    }

    /** Reads what any text of a kustomization may name; {@code key=path} names a path too. */
    private void names(JsonNode node, Path folder) {
        if (node.isTextual() && !node.asText().contains("\n")) {
            String text = node.asText();
            name(text, folder);
            name(text.substring(text.indexOf('=') + 1), folder);
        } else {
            node.forEach(child -> names(child, folder));
        }
    }

    private void name(String text, Path folder) {
        try {
            Path path = folder.resolve(text).normalize();
            if (!text.isBlank() && Files.isRegularFile(path)) {
                read(path);
            } else if (!text.isBlank() && Files.isDirectory(path)) {
                visit(path);
            }
        } catch (InvalidPathException e) {
            return; // it names no file
        }
    }

    private void read(Path file) {
        digests.put(run.nameOf(file), Digest.sha256(run.read(file)));
    }
}
