package dev.gantry.argocd.tree;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.Stack;
import dev.gantry.argocd.StackDeployment;
import dev.gantry.check.Manifest;
import dev.gantry.output.EnvironmentOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an Application, or the template of an ApplicationSet, reads the manifests of a stack.
 *
 * @param stack the name of the stack
 * @param manifest what says so
 * @param source one of its sources, of a Git repository
 * @param field the path of the source in the manifest
 */
record StackSource(String stack, Manifest manifest, JsonNode source, String field) {

    private static final List<String> TOOLS = List.of("helm", "kustomize", "plugin");

    /** All that an environment has, in the order of its manifests. */
    static List<StackSource> of(EnvironmentOutput environment) {
        List<StackSource> all = new ArrayList<>();
        for (Manifest manifest : environment.manifests()) {
            if (manifest.resource() instanceof StackDeployment deployment) {
                Optional<Stack> stack = deployment.stack();
                stack.ifPresent(deployed -> addAll(deployed.name(), manifest, all));
            }
        }
        return all;
    }

    private static void addAll(String stack, Manifest manifest, List<StackSource> all) {
        boolean set = manifest.id().kind().equals("ApplicationSet");
        String path = set ? "spec.template.spec" : "spec";
        JsonNode spec = manifest.tree().path("spec");
        spec = set ? spec.path("template").path("spec") : spec;
        JsonNode sources = spec.path("sources");
        add(stack, manifest, spec.path("source"), path + ".source", all);
        for (int i = 0; i < sources.size(); i++) {
            add(stack, manifest, sources.path(i), path + ".sources[" + i + "]", all);
        }
    }

    private static void add(String stack, Manifest manifest, JsonNode source, String field, List<StackSource> all) {
        if (source.has("path") && !source.has("chart")) {
            all.add(new StackSource(stack, manifest, source, field));
        }
    }

    String path() {
        return source.path("path").asText();
    }

    String repository() {
        return source.path("repoURL").asText();
    }

    /** Whether the path has parameters in it, so that it is not known. */
    boolean isTemplate() {
        return path().contains("{{");
    }

    /** The program that makes something else of the manifests; empty if there is none. */
    String tool() {
        return TOOLS.stream().filter(source::has).findFirst().orElse("");
    }
}
