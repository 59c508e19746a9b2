package dev.gantry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.check.Manifest;
import java.util.ArrayList;
import java.util.List;

/** Assertions over a resource that runs pods. */
public final class WorkloadAssert extends ManifestAssert<WorkloadAssert> {

    private static final String POD = "spec.template.spec";

    WorkloadAssert(Manifest manifest) {
        super(manifest, WorkloadAssert.class);
    }

    /** Looks at the container with this name. */
    public ContainerAssert container(String name) {
        return container("containers", "container", name);
    }

    /** Looks at the init container with this name. */
    public ContainerAssert initContainer(String name) {
        return container("initContainers", "init container", name);
    }

    /** Verifies a label of its pods. */
    public WorkloadAssert hasPodLabel(String key, String value) {
        JsonNode label = actual.tree().at("/spec/template/metadata/labels").path(key);
        if (!value.equals(label.textValue())) {
            String found = label.isMissingNode()
                    ? "they have no such label"
                    : "it is " + Shown.value(label)
                            + Shown.line(actual, "spec.template.metadata.labels[\"" + key + "\"]");
            throw fail("Expected the label " + key + " of the pods of " + actual + " to be " + Shown.quoted(value)
                    + ", but " + found + ".");
        }
        return this;
    }

    /** Verifies how many replicas are asked for. */
    public WorkloadAssert hasReplicas(int replicas) {
        field("spec.replicas").isEqualTo(replicas);
        return this;
    }

    private ContainerAssert container(String field, String what, String name) {
        JsonNode containers = actual.tree().at("/spec/template/spec").path(field);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            JsonNode container = containers.get(i);
            if (name.equals(container.path("name").textValue()) && container instanceof ObjectNode object) {
                return new ContainerAssert(actual, POD + "." + field + "[" + i + "]", object).as(descriptionText());
            }
            names.add(Shown.value(container.path("name")));
        }
        throw fail("Expected the " + what + " " + Shown.quoted(name) + " in " + actual + ", but it has "
                + Shown.list(names, shown -> shown) + ".");
    }
}
