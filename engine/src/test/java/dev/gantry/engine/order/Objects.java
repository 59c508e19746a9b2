package dev.gantry.engine.order;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.Edge;
import dev.gantry.bundle.IndexEntry;
import dev.gantry.bundle.ResourceId;
import dev.gantry.engine.desired.DesiredObject;
import dev.gantry.finding.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program to put in order: objects are named {@code Kind namespace/name} or {@code Kind name}. */
final class Objects {

    private static final Map<String, String> GROUPS = Map.ofEntries(
            Map.entry("Namespace", "v1"),
            Map.entry("ResourceQuota", "v1"),
            Map.entry("ServiceAccount", "v1"),
            Map.entry("ConfigMap", "v1"),
            Map.entry("Secret", "v1"),
            Map.entry("Service", "v1"),
            Map.entry("Deployment", "apps/v1"),
            Map.entry("Job", "batch/v1"),
            Map.entry("PriorityClass", "scheduling.k8s.io/v1"),
            Map.entry("CustomResourceDefinition", "apiextensions.k8s.io/v1"),
            Map.entry("Role", "rbac.authorization.k8s.io/v1"),
            Map.entry("RoleBinding", "rbac.authorization.k8s.io/v1"),
            Map.entry("ClusterRoleBinding", "rbac.authorization.k8s.io/v1"),
            Map.entry("HorizontalPodAutoscaler", "autoscaling/v2"),
            Map.entry("Ingress", "networking.k8s.io/v1"),
            Map.entry("DestinationRule", "networking.istio.io/v1"),
            Map.entry("VirtualService", "networking.istio.io/v1"),
            Map.entry("APIService", "apiregistration.k8s.io/v1"),
            Map.entry("ValidatingWebhookConfiguration", "admissionregistration.k8s.io/v1"));

    private final List<Draft> drafts = new ArrayList<>();
    private String stack = "shop";

    private record Draft(String stack, ResourceId id, ObjectNode tree, List<Edge> references, List<ResourceId> needs) {}

    static ResourceId id(String name) {
        int space = name.indexOf(' ');
        int slash = name.indexOf('/');
        String kind = name.substring(0, space);
        return new ResourceId(
                GROUPS.getOrDefault(kind, "acme.example/v1"),
                kind,
                slash < 0 ? null : name.substring(space + 1, slash),
                name.substring(Math.max(space, slash) + 1));
    }

    /** Objects from now on are of this stack. */
    Objects stack(String name) {
        stack = name;
        return this;
    }

    Objects add(String name) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        drafts.add(new Draft(stack, id(name), tree, new ArrayList<>(), new ArrayList<>()));
        return this;
    }

    /** The definition of a kind, whose plural is its name. */
    Objects addDefinition(String kind) {
        add("CustomResourceDefinition " + kind);
        ObjectNode spec = drafts.get(drafts.size() - 1).tree().putObject("spec").put("group", "acme.example");
        spec.putObject("names").put("kind", kind);
        return this;
    }

    /** The object that was added last names another. */
    Objects refersTo(String... names) {
        for (String name : names) {
            drafts.get(drafts.size() - 1).references().add(new Edge("spec.x", id(name), false));
        }
        return this;
    }

    /** The object that was added last names one of another program. */
    Objects refersOutside(String name) {
        drafts.get(drafts.size() - 1).references().add(new Edge("spec.x", id(name), true));
        return this;
    }

    Objects dependsOn(String... names) {
        for (String name : names) {
            drafts.get(drafts.size() - 1).needs().add(id(name));
        }
        return this;
    }

    Objects dependsOnId(ResourceId id) {
        drafts.get(drafts.size() - 1).needs().add(id);
        return this;
    }

    List<DesiredObject> list() {
        List<DesiredObject> objects = new ArrayList<>();
        int line = 0;
        for (Draft draft : drafts) {
            line++;
            IndexEntry entry = new IndexEntry(
                    draft.id(),
                    rank(draft.id()),
                    draft.stack(),
                    "file.yaml",
                    0,
                    "sha256:0",
                    Origin.source("com/acme/Shop.java", line),
                    draft.references(),
                    draft.needs());
            objects.add(new DesiredObject(entry, draft.tree()));
        }
        return objects;
    }

    Waves waves() {
        return Waves.of(list());
    }

    private static int rank(ResourceId id) {
        return switch (id.kind()) {
            case "DestinationRule" -> 64;
            case "VirtualService" -> 65;
            case "ConfigMap" -> 26;
            case "Secret" -> 28;
            case "ClusterRoleBinding" -> 18;
            default -> Ranks.of(id);
        };
    }

    /** One line a wave, and what it waits for. */
    static String text(Waves waves) {
        StringBuilder out = new StringBuilder();
        for (StackWaves stack : waves.stacks()) {
            out.append(stack.stack());
            if (!stack.after().isEmpty()) {
                out.append(" after ").append(String.join(", ", stack.after()));
            }
            out.append('\n');
            for (Wave wave : stack.waves()) {
                String objects = wave.objects().stream().map(Object::toString).collect(Collectors.joining(", "));
                out.append("  ").append(objects);
                if (!wave.awaited().isEmpty()) {
                    out.append(" [waits for ")
                            .append(wave.awaited().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")))
                            .append(']');
                }
                out.append('\n');
            }
        }
        return out.toString();
    }
}
