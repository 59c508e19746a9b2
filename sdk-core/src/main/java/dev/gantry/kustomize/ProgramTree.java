package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.output.EnvironmentOutput;
import dev.gantry.output.StackOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tree of a whole program: each stack's base and overlays, and for each environment an overlay of all its stacks. */
final class ProgramTree {

    private final List<EnvironmentOutput> environments;
    private final SortedSet<String> names = new TreeSet<>();
    private final TreeFiles files = new TreeFiles();

    ProgramTree(List<EnvironmentOutput> environments) {
        this.environments = List.copyOf(environments);
        environments.forEach(environment -> names.add(environment.name()));
    }

    /** The files, by path. */
    SortedMap<String, byte[]> files() {
        SortedMap<String, Kustomization> roots = new TreeMap<>();
        namespaces().forEach((stack, namespaces) -> {
            for (String environment : write(stack, namespaces)) {
                roots.computeIfAbsent(environment, x -> new Kustomization()).resource(stack);
            }
        });
        roots.forEach((environment, root) ->
                files.yaml(Folders.overlay(environment) + "/" + Kustomization.FILE, root.toTree()));
        return files.all();
    }

    /** The stacks, in the order of the program, each with its namespaces by environment. */
    private Map<String, SortedMap<String, String>> namespaces() {
        Map<String, SortedMap<String, String>> namespaces = new LinkedHashMap<>();
        for (EnvironmentOutput environment : environments) {
            for (StackOutput stack : environment.stacks()) {
                SortedMap<String, String> known = namespaces.computeIfAbsent(stack.name(), x -> new TreeMap<>());
                if (stack.namespace() != null) {
                    known.put(environment.name(), stack.namespace());
                }
            }
        }
        return namespaces;
    }

    private SortedSet<String> write(String stack, SortedMap<String, String> namespaces) {
        SortedMap<String, List<ObjectNode>> objects = new TreeMap<>();
        SortedMap<String, List<SecretFiles>> secrets = new TreeMap<>();
        for (EnvironmentOutput environment : environments) {
            List<ObjectNode> trees = PlainTree.copies(environment.manifests(stack));
            if (!trees.isEmpty()) {
                objects.put(environment.name(), trees);
            }
            List<SecretFiles> own = SecretFiles.of(environment, stack);
            if (!own.isEmpty()) {
                secrets.put(environment.name(), own);
            }
        }
        return new StackTree(stack, names, files).write(objects, namespaces, secrets);
    }
}
