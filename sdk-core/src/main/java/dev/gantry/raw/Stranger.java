package dev.gantry.raw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What lies among manifests without being one.
 *
 * @param what it is, as the end of a sentence
 * @param hint what to do
 */
record Stranger(String what, String hint) {

    private static final Pattern TEMPLATE = Pattern.compile(
            "\\{\\{-?\\s*(?:\\.|\\$|/\\*|(?:if|else|end|include|range|with|define|template|block|toYaml|tpl|default|quote)\\b)");

    private static final Stranger KUSTOMIZATION = new Stranger(
            "a kustomization, which Kustomize builds manifests from",
            "Take in what it builds, or name the files of its resources.");

    private static final Stranger CHART = new Stranger(
            "a Helm chart, whose manifests Helm makes of templates",
            "Take in what Helm makes of it, or keep the chart elsewhere.");

    /** What a document is; {@code null} for a manifest, or what is meant as one. */
    static @Nullable Stranger of(ObjectNode document) {
        String apiVersion = document.path("apiVersion").asText();
        String kind = document.path("kind").asText();
        if (apiVersion.startsWith("kustomize.config.k8s.io/")) {
            return KUSTOMIZATION;
        }
        if (!kind.isEmpty()) {
            return ofKind(apiVersion, kind, document);
        }
        if (document.has("metadata")) {
            return null;
        }
        if (document.has("name") && document.has("version") && apiVersion.matches("v[12]")) {
            return CHART;
        }
        return apiVersion.isEmpty() ? withoutKind(document) : null;
    }

    /** What a whole folder is that has a file of that name in it; {@code null} if the name says nothing. */
    static @Nullable Stranger ofFolder(String file) {
        return switch (file) {
            case "kustomization.yaml", "kustomization.yml", "Kustomization" -> KUSTOMIZATION;
            case "Chart.yaml" -> CHART;
            default -> null;
        };
    }

    /** Where a text has the first expression of a template, in a line that a reader of YAML cannot make sense of. */
    static @Nullable Position template(String text, List<Integer> lines) {
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Matcher matcher = TEMPLATE.matcher(line);
            if (lines.contains(number) && matcher.find()) {
                return new Position(number, matcher.start() + 1);
            }
        }
        return null;
    }

    private static @Nullable Stranger ofKind(String apiVersion, String kind, ObjectNode document) {
        if (kind.equals("Config") && apiVersion.equals("v1") && document.has("clusters")) {
            return tool("a kubeconfig, which says how clusters are reached");
        }
        if (apiVersion.startsWith("kind.x-k8s.io/")) {
            return tool("a configuration of kind");
        }
        if (apiVersion.startsWith("kubeadm.k8s.io/")
                || apiVersion.startsWith("kubelet.config.k8s.io/")
                || apiVersion.startsWith("kubeproxy.config.k8s.io/")
                || apiVersion.startsWith("kubescheduler.config.k8s.io/")
                || apiVersion.startsWith("audit.k8s.io/")) {
            return tool("a configuration of Kubernetes' own programs");
        }
        return apiVersion.startsWith("skaffold/") ? tool("a configuration of Skaffold") : null;
    }

    private static Stranger withoutKind(ObjectNode document) {
        if (document.path("services").isObject()) {
            return tool("a file of Docker Compose");
        }
        if (document.path("jobs").isObject() && (document.has("on") || document.has("true"))) {
            return tool("a workflow of GitHub");
        }
        if (document.has("openapi") || document.has("swagger")) {
            return tool("a description of an API");
        }
        if (document.has("$schema")) {
            return tool("a JSON schema, or a file that follows one");
        }
        List<String> keys = new ArrayList<>();
        document.fieldNames().forEachRemaining(keys::add);
        String shown = keys.isEmpty()
                ? "an object without fields"
                : "something with the fields " + String.join(", ", keys.subList(0, Math.min(keys.size(), 5)))
                        + (keys.size() > 5 ? " and " + (keys.size() - 5) + " more" : "");
        return tool(shown + ", which is no manifest");
    }

    private static Stranger tool(String what) {
        return new Stranger(what, "Keep it elsewhere, or leave its file out with skip(...) where a folder is read.");
    }
}
