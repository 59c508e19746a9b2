package dev.gantry.fake.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.fake.json.Json;
import dev.gantry.fake.kind.ApiKind;
import dev.gantry.fake.kind.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The documents in which the server tells its kinds. */
public final class DiscoveryDocuments {

    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    private final Kinds kinds;

    /** Documents on these kinds. */
    public DiscoveryDocuments(Kinds kinds) {
        this.kinds = kinds;
    }

    /** {@code /api}. */
    public ObjectNode coreVersions() {
        ObjectNode document = Json.object();
        document.put("kind", "APIVersions");
        document.putArray("versions").add("v1");
        document.putArray("serverAddressByClientCIDRs");
        return document;
    }

    /** {@code /apis}. */
    public ObjectNode groups() {
        ObjectNode document = Json.object();
        document.put("kind", "APIGroupList").put("apiVersion", "v1");
        ArrayNode groups = document.putArray("groups");
        byGroup().forEach((name, versions) -> {
            if (!name.isEmpty()) {
                groups.add(group(name, versions));
            }
        });
        return document;
    }

    /** {@code /apis/<group>}; empty if there is no such group. */
    public java.util.Optional<ObjectNode> group(String name) {
        Map<String, List<ApiKind>> versions = byGroup().get(name);
        if (versions == null || name.isEmpty()) {
            return java.util.Optional.empty();
        }
        ObjectNode document = Json.object();
        document.put("kind", "APIGroup").put("apiVersion", "v1");
        document.setAll(group(name, versions));
        return java.util.Optional.of(document);
    }

    private static ObjectNode group(String name, Map<String, List<ApiKind>> versions) {
        ObjectNode group = Json.object();
        group.put("name", name);
        ArrayNode list = group.putArray("versions");
        for (String version : versions.keySet()) {
            list.addObject().put("groupVersion", name + "/" + version).put("version", version);
        }
        group.set("preferredVersion", list.get(0));
        return group;
    }

    /** {@code /api/v1} or {@code /apis/<group>/<version>}; empty if there is no such version. */
    public java.util.Optional<ObjectNode> resources(String group, String version) {
        List<ApiKind> served = byGroup().getOrDefault(group, Map.of()).get(version);
        if (served == null) {
            return java.util.Optional.empty();
        }
        ObjectNode document = Json.object();
        document.put("kind", "APIResourceList").put("apiVersion", "v1");
        document.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
        ArrayNode resources = document.putArray("resources");
        for (ApiKind kind : served) {
            ObjectNode resource = resources.addObject();
            resource.put("name", kind.plural()).put("singularName", kind.names().singular());
            resource.put("namespaced", kind.namespaced()).put("kind", kind.kind());
            verbs(kind).forEach(resource.putArray("verbs")::add);
            list(resource, "shortNames", kind.names().shortNames());
            list(resource, "categories", kind.names().categories());
            for (String subresource : new TreeSet<>(kind.subresources())) {
                ObjectNode entry = resources.addObject();
                entry.put("name", kind.plural() + "/" + subresource).put("singularName", "");
                entry.put("namespaced", kind.namespaced());
                if (subresource.equals("scale")) {
                    entry.put("group", "autoscaling").put("version", "v1").put("kind", "Scale");
                } else {
                    entry.put("kind", kind.kind());
                }
                subresourceVerbs(subresource).forEach(entry.putArray("verbs")::add);
            }
        }
        return java.util.Optional.of(document);
    }

    /** {@code /api} or {@code /apis}, with all that is below it. */
    public ObjectNode aggregated(boolean core) {
        ObjectNode document = Json.object();
        document.put("kind", "APIGroupDiscoveryList").put("apiVersion", "apidiscovery.k8s.io/v2");
        document.putObject("metadata");
        ArrayNode items = document.putArray("items");
        byGroup().forEach((name, versions) -> {
            if (name.isEmpty() == core) {
                ObjectNode item = items.addObject();
                ObjectNode metadata = item.putObject("metadata");
                if (!core) {
                    metadata.put("name", name);
                }
                metadata.putNull("creationTimestamp");
                ArrayNode list = item.putArray("versions");
                versions.forEach((version, served) -> {
                    ObjectNode entry = list.addObject();
                    entry.put("version", version);
                    ArrayNode resources = entry.putArray("resources");
                    served.forEach(kind -> resources.add(aggregated(kind)));
                    entry.put("freshness", "Current");
                });
            }
        });
        return document;
    }

    private static ObjectNode aggregated(ApiKind kind) {
        ObjectNode resource = Json.object();
        resource.put("resource", kind.plural());
        resource.set("responseKind", kind(kind.group(), kind.version(), kind.kind()));
        resource.put("scope", kind.namespaced() ? "Namespaced" : "Cluster");
        resource.put("singularResource", kind.names().singular());
        verbs(kind).forEach(resource.putArray("verbs")::add);
        list(resource, "shortNames", kind.names().shortNames());
        list(resource, "categories", kind.names().categories());
        if (!kind.subresources().isEmpty()) {
            ArrayNode subresources = resource.putArray("subresources");
            for (String subresource : new TreeSet<>(kind.subresources())) {
                ObjectNode entry = subresources.addObject();
                entry.put("subresource", subresource);
                entry.set(
                        "responseKind",
                        subresource.equals("scale")
                                ? kind("autoscaling", "v1", "Scale")
                                : kind(kind.group(), kind.version(), kind.kind()));
                subresourceVerbs(subresource).forEach(entry.putArray("verbs")::add);
            }
        }
        return resource;
    }

    private static ObjectNode kind(String group, String version, String kind) {
        return Json.object().put("group", group).put("version", version).put("kind", kind);
    }

    private static List<String> verbs(ApiKind kind) {
        if (!kind.kept()) {
            return List.of("create");
        }
        return kind.resource().equals("namespaces")
                ? List.of("create", "delete", "get", "list", "patch", "update", "watch")
                : VERBS;
    }

    private static List<String> subresourceVerbs(String subresource) {
        return subresource.equals("finalize") ? List.of("update") : List.of("get", "patch", "update");
    }

    private static void list(ObjectNode node, String field, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(node.putArray(field)::add);
        }
    }

    private Map<String, Map<String, List<ApiKind>>> byGroup() {
        Map<String, Map<String, List<ApiKind>>> groups = new LinkedHashMap<>();
        for (ApiKind kind : kinds.all()) {
            groups.computeIfAbsent(kind.group(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(kind.version(), key -> new java.util.ArrayList<>())
                    .add(kind);
        }
        return groups;
    }
}
