package dev.gantry.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.finding.Finding;
import dev.gantry.finding.Rule;
import dev.gantry.security.PodTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that runs pods, as the final tree says it. */
public final class Workload {

    private static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers");

    private final Manifest manifest;
    private final String type;
    private final PodTemplate template;
    private final List<PodContainer> containers = new ArrayList<>(2);

    private Workload(Manifest manifest, String type, PodTemplate template) {
        this.manifest = manifest;
        this.type = type;
        this.template = template;
        for (String list : CONTAINER_LISTS) {
            JsonNode nodes = podSpec().path(list);
            for (int i = 0; i < nodes.size(); i++) {
                containers.add(new PodContainer(this, list, i, nodes.path(i)));
            }
        }
    }

    /** The workload that a manifest is; {@code null} if it is none. A custom resource with a pod template is one too. */
    static @Nullable Workload of(Manifest manifest) {
        String kind = manifest.id().kind();
        PodTemplate own = PodTemplate.of(manifest.id().group(), kind, manifest.tree());
        if (own != null) {
            return new Workload(manifest, kind, own);
        }
        JsonNode template = manifest.tree().path("spec").path("template");
        return template.path("spec").path("containers").isArray()
                ? new Workload(manifest, "", new PodTemplate("spec.template", template))
                : null;
    }

    /** A kind of Kubernetes' own, such as {@code Deployment}; empty for custom resources. */
    public String type() {
        return type;
    }

    /** The manifest that it is. */
    public Manifest manifest() {
        return manifest;
    }

    /** What its pods are made after. */
    public PodTemplate template() {
        return template;
    }

    /** The labels of its pods; empty if there are none. */
    public JsonNode labels() {
        return template.tree().path("metadata").path("labels");
    }

    /** Where the labels of its pods stand. */
    public String labelsPath() {
        return template.path("metadata.labels");
    }

    /** The {@code spec} of its pods. */
    public JsonNode podSpec() {
        return template.spec();
    }

    /** Where that stands. */
    public String podSpecPath() {
        return template.specPath();
    }

    /** Those that do the work, then those that prepare it. */
    public List<PodContainer> containers() {
        return containers;
    }

    /** The container of this name, the first one if there are several; {@code null} if there is none. */
    public @Nullable PodContainer container(String name) {
        for (PodContainer container : containers) {
            if (container.name().equals(name)) {
                return container;
            }
        }
        return null;
    }

    /** A finding that says which containers there are, but that this one is not among them. */
    Finding noContainer(Rule rule, String name) {
        String names = Words.list(containers, container -> "\"" + container.name() + "\"");
        return Finding.of(rule, this + " has no container \"" + name + "\".")
                .hint("It has " + (names.isEmpty() ? "none" : names) + ".")
                .related(manifest.origin(), this + " is made here");
    }

    /** What its pods claim, each a claim of its own; empty for kinds that have no such templates. */
    JsonNode claimTemplates() {
        return manifest.tree().path("spec").path("volumeClaimTemplates");
    }

    /** Where one of these templates stands. */
    static String claimTemplatePath(int index) {
        return "spec.volumeClaimTemplates[" + index + "]";
    }

    /** Whether its pods carry all of these labels. */
    public boolean matches(JsonNode wanted) {
        return Selectors.contains(labels(), wanted);
    }

    /** The ports that a Service can reach by name, such as {@code http (8080/TCP)}, for messages. */
    public String shownPorts() {
        List<String> shown = new ArrayList<>();
        for (PodContainer container : containers) {
            if (container.runsBesideOthers()) {
                for (JsonNode port : container.ports()) {
                    shown.add(PodContainer.shown(port));
                }
            }
        }
        return shown.isEmpty() ? "no ports" : String.join(", ", shown);
    }

    /** Where its ports stand, or would stand. */
    public String portsPath() {
        for (PodContainer container : containers) {
            if (!container.ports().isEmpty()) {
                return container.path("ports");
            }
        }
        return podSpecPath() + ".containers";
    }

    /** As people name it. */
    @Override
    public String toString() {
        return manifest.toString();
    }
}
