package dev.gantry.kustomize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The base and the overlays of one stack. What all environments have in common is in the base; an overlay adds the rest: by
 * transformers, where one says it all, by generators, and by patches, which only ever add.
 */
final class StackTree {

    private final String stack;
    private final SortedSet<String> environments;
    private final TreeFiles files;
    private final Base base = new Base();
    private final SortedMap<String, Kustomization> overlays = new TreeMap<>();

    /**
     * A tree of one stack.
     *
     * @param environments all environments of the program
     * @param files takes the files
     */
    StackTree(String stack, SortedSet<String> environments, TreeFiles files) {
        this.stack = stack;
        this.environments = new TreeSet<>(environments);
        this.files = files;
        environments.forEach(environment -> overlays.put(environment, new Kustomization()));
    }

    /**
     * Writes the files.
     *
     * @param objects of each environment that has the stack; they are taken apart
     * @param namespaces of the stack, by environment; an environment where it leaves them open is not there
     * @param secrets of each environment whose values are in files
     * @return the environments that have an overlay of the stack
     */
    SortedSet<String> write(
            SortedMap<String, List<ObjectNode>> objects,
            SortedMap<String, String> namespaces,
            SortedMap<String, List<SecretFiles>> secrets) {
        SortedMap<String, String> transformed = NamespaceTransformer.of(together(objects, secrets));
        transformed.forEach((environment, namespace) -> overlay(environment).namespace(namespace));
        List<Counterpart> all = new Counterparts(stack, namespaces, transformed).of(objects);
        List<Counterpart> shared =
                all.stream().filter(each -> each.isIn(environments)).toList();
        ImagePlan.takeOut(all, environments).forEach((environment, tags) -> tags.forEach(overlay(environment)::image));
        ReplicaTransformer.takeOut(shared, all)
                .forEach((environment, numbers) -> overlay(environment).replicas(numbers));
        for (Counterpart each : all) {
            if (!each.isIn(environments)) {
                each.trees().forEach((environment, tree) -> add(environment, each, tree));
            } else if (!new SharedContent(each).write(base, this::generate)) {
                share(each);
            }
        }
        secrets.forEach((environment, own) -> own.forEach(secret -> overlay(environment)
                .generator("Secret", Generator.write(secret, !transformed.containsKey(environment)))));
        return finish();
    }

    private static SortedMap<String, List<ObjectNode>> together(
            SortedMap<String, List<ObjectNode>> objects, SortedMap<String, List<SecretFiles>> secrets) {
        SortedMap<String, List<ObjectNode>> all = new TreeMap<>();
        objects.forEach((environment, trees) -> all.put(environment, new ArrayList<>(trees)));
        secrets.forEach((environment, own) -> own.forEach(secret ->
                all.computeIfAbsent(environment, x -> new ArrayList<>()).add(secret.secret())));
        return all;
    }

    private Kustomization overlay(String environment) {
        Kustomization overlay = overlays.get(environment);
        if (overlay == null) {
            throw new IllegalArgumentException(environment);
        }
        return overlay;
    }

    private String folder(String environment) {
        return Folders.overlay(environment, stack);
    }

    private void generate(String environment, Content content, Generator.Behavior behavior) {
        overlay(environment)
                .generator(content.key().kind(), Generator.write(content, behavior, folder(environment), files));
    }

    /** An object that some environments have. */
    private void add(String environment, Counterpart counterpart, ObjectNode tree) {
        Content content = Content.of(tree);
        if (content != null) {
            generate(environment, content, Generator.Behavior.CREATE);
        } else {
            String file = counterpart.file() + ".yaml";
            files.yaml(folder(environment) + "/" + file, tree);
            overlay(environment).resource(file);
        }
    }

    /** An object that all environments have: what is common in the base, and patches for the rest. */
    private void share(Counterpart counterpart) {
        ObjectNode common = counterpart.common();
        base.resource(counterpart.file() + ".yaml", common);
        StrategicMerge merge = new StrategicMerge(counterpart.hasMergedLists());
        counterpart.trees().forEach((environment, tree) -> {
            ObjectNode patched = common.deepCopy();
            ObjectNode patch = merge.difference(common, tree);
            if (!patch.isEmpty() && !MergedLists.hasTwins(tree) && !MergedLists.hasTwins(common)) {
                merge.apply(patched, patch);
                String path = "patches/" + counterpart.file() + ".yaml";
                files.yaml(folder(environment) + "/" + path, counterpart.key().addressed(patch));
                overlay(environment).patch(path);
            }
            ArrayNode operations = JsonPatch.difference(patched, tree);
            if (!operations.isEmpty()) {
                String path = "patches/json/" + counterpart.file() + ".yaml";
                files.yaml(folder(environment) + "/" + path, operations);
                overlay(environment).patch(path, counterpart.key());
            }
        });
    }

    private SortedSet<String> finish() {
        if (!base.isEmpty()) {
            base.write(Folders.base(stack), files);
            overlays.values().forEach(overlay -> overlay.base("../../../base/" + stack));
        }
        SortedSet<String> written = new TreeSet<>();
        overlays.forEach((environment, overlay) -> {
            if (!overlay.isEmpty()) {
                files.yaml(folder(environment) + "/" + Kustomization.FILE, overlay.toTree());
                written.add(environment);
            }
        });
        return written;
    }
}
