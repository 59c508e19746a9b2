package dev.gantry.engine.desired;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gantry.bundle.Bundle;
import dev.gantry.bundle.BundleDirectory;
import dev.gantry.bundle.BundleEnvironment;
import dev.gantry.bundle.BundleRule;
import dev.gantry.bundle.BundleStack;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stacks of a bundle on disk. */
public final class BundleReleases {

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private final Path root;
    private final Bundle bundle;

    private BundleReleases(Path root, Bundle bundle) {
        this.root = root;
        this.bundle = bundle;
    }

    /**
     * The bundle in a directory.
     *
     * @throws FindingsException if there is none, or it cannot be read
     */
    public static BundleReleases in(Path root) {
        return new BundleReleases(root, BundleDirectory.read(root));
    }

    /** The names of its environments, sorted. */
    public List<String> environments() {
        return bundle.environments().stream().map(BundleEnvironment::name).toList();
    }

    /** The program's class, and what it was made with. */
    public Bundle bundle() {
        return bundle;
    }

    /**
     * The stacks of an environment, in the order of the program.
     *
     * @param environment {@code null} for the only one
     * @throws FindingsException if there is no such environment or there are several, or a manifest is not what the index says
     */
    public List<Release> releases(@Nullable String environment) {
        BundleEnvironment chosen = environment(environment);
        Map<String, List<DesiredObject>> objects = new LinkedHashMap<>();
        chosen.stacks().forEach(stack -> objects.put(stack.name(), new ArrayList<>()));
        Manifests manifests = new Manifests();
        for (IndexEntry entry : chosen.resources()) {
            objects.computeIfAbsent(entry.stack(), stack -> new ArrayList<>())
                    .add(new DesiredObject(entry, manifests.tree(entry)));
        }
        List<Release> releases = new ArrayList<>();
        objects.forEach((name, all) -> releases.add(new Release(
                bundle.blueprint(),
                chosen.name(),
                chosen.stacks().stream()
                        .filter(stack -> stack.name().equals(name))
                        .findFirst()
                        .orElse(new BundleStack(name, null, List.of(), List.of())),
                all)));
        return releases;
    }

    /**
     * Some stacks of an environment, in the order of the program.
     *
     * @param environment {@code null} for the only one
     * @param stacks their names; all of them, if empty
     * @throws FindingsException if there is no such stack, or for a reason of {@link #releases(String)}
     */
    public List<Release> releases(@Nullable String environment, List<String> stacks) {
        List<Release> all = releases(environment);
        List<String> names = all.stream().map(release -> release.stack().name()).toList();
        for (String stack : stacks) {
            if (!names.contains(stack)) {
                throw new FindingsException(
                        Finding.of(EnvironmentRule.NO_STACK, "The program has no stack \"" + stack + "\".")
                                .hint("gantry.stack takes " + String.join(", ", names) + "."));
            }
        }
        return all.stream()
                .filter(release ->
                        stacks.isEmpty() || stacks.contains(release.stack().name()))
                .toList();
    }

    private BundleEnvironment environment(@Nullable String name) {
        String all = String.join(", ", environments());
        if (name == null && bundle.environments().size() != 1) {
            throw new FindingsException(
                    Finding.of(EnvironmentRule.NOT_CHOSEN, "The program has several environments: " + all + ".")
                            .hint("Choose one with -Dgantry.environment."));
        }
        return bundle.environments().stream()
                .filter(environment -> name == null || environment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FindingsException(Finding.of(
                                EnvironmentRule.UNKNOWN,
                                "The bundle in " + root + " has no environment \"" + name + "\".")
                        .hint("It has these: " + all + ". Generate the other, or choose one of them.")));
    }

    /** Reads each file once; those of the index stand one after the other. */
    private final class Manifests {

        private String file = "";
        private List<JsonNode> documents = List.of();

        ObjectNode tree(IndexEntry entry) {
            if (!entry.file().equals(file)) {
                documents = read(entry.file());
                file = entry.file();
            }
            if (entry.document() < documents.size() && documents.get(entry.document()) instanceof ObjectNode tree) {
                return tree;
            }
            throw unreadable(entry.file(), "it has no document " + entry.document());
        }

        private List<JsonNode> read(String path) {
            try (MappingIterator<JsonNode> all = YAML.readValues(Files.readAllBytes(root.resolve(path)))) {
                return all.readAll();
            } catch (IOException e) {
                String reason = e instanceof NoSuchFileException ? "it is absent" : "it is no valid YAML";
                throw unreadable(path, reason);
            }
        }

        private FindingsException unreadable(String path, String reason) {
            return new FindingsException(
                    Finding.of(BundleRule.UNREADABLE, root + "/" + path + " cannot be read: " + reason + ".")
                            .hint("Generate it again."));
        }
    }
}
