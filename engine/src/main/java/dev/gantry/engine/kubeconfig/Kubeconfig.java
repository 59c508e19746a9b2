package dev.gantry.engine.kubeconfig;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.gantry.engine.kubeconfig.AccessFailure.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the kubeconfig files say together: of two entries of one name, the first one holds. */
final class Kubeconfig {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final List<Path> files;
    private final Map<String, Entry> contexts = new LinkedHashMap<>();
    private final Map<String, Entry> clusters = new LinkedHashMap<>();
    private final Map<String, Entry> users = new LinkedHashMap<>();
    private @Nullable String currentContext;

    /** A context, a cluster or a user. */
    record Entry(String name, ObjectNode body, Path file) {}

    private Kubeconfig(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Reads the files.
     *
     * @throws AccessFailure if one of them is no kubeconfig, or cannot be read
     */
    static Kubeconfig read(List<Path> files) {
        Kubeconfig kubeconfig = new Kubeconfig(files);
        for (Path file : files) {
            kubeconfig.add(tree(file), file);
        }
        return kubeconfig;
    }

    List<Path> files() {
        return files;
    }

    List<String> contextNames() {
        return contexts.keySet().stream().sorted().toList();
    }

    @Nullable
    String currentContext() {
        return currentContext;
    }

    @Nullable
    Entry context(String name) {
        return contexts.get(name);
    }

    @Nullable
    Entry cluster(@Nullable String name) {
        return name == null ? null : clusters.get(name);
    }

    @Nullable
    Entry user(@Nullable String name) {
        return name == null ? null : users.get(name);
    }

    ObjectNode userBody(String name) {
        Entry user = users.get(name);
        return user == null ? YAML.createObjectNode() : user.body();
    }

    private void add(JsonNode tree, Path file) {
        entries(tree.path("contexts"), "context", file, contexts);
        entries(tree.path("clusters"), "cluster", file, clusters);
        entries(tree.path("users"), "user", file, users);
        String current = tree.path("current-context").asText("");
        if (currentContext == null && !current.isEmpty()) {
            currentContext = current;
        }
    }

    private static void entries(JsonNode list, String field, Path file, Map<String, Entry> into) {
        for (JsonNode item : list) {
            String name = item.path("name").asText("");
            if (item.get(field) instanceof ObjectNode body && !name.isEmpty()) {
                into.putIfAbsent(name, new Entry(name, body, file));
            }
        }
    }

    /** What a parser says of a line may quote it, and with it a token: only where it stopped is told. */
    private static JsonNode tree(Path file) {
        JsonNode tree;
        try {
            tree = YAML.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            AccessFailure failure = new AccessFailure(
                            Problem.BROKEN_KUBECONFIG, "the kubeconfig " + file + " is no valid YAML")
                    .in(file);
            throw where == null ? failure : failure.at(where.getLineNr());
        } catch (IOException e) {
            throw new AccessFailure(
                            Problem.BROKEN_KUBECONFIG,
                            "the kubeconfig " + file + " cannot be read: "
                                    + e.getClass().getSimpleName())
                    .in(file);
        }
        if (tree.isMissingNode() || tree.isNull()) {
            return YAML.createObjectNode(); // kubectl takes an empty file for one that says nothing.
        }
        if (!tree.isObject() || !tree.path("kind").asText("Config").equals("Config")) {
            throw new AccessFailure(Problem.BROKEN_KUBECONFIG, "the file " + file + " is no kubeconfig")
                    .in(file)
                    .at(1);
        }
        return tree;
    }
}
