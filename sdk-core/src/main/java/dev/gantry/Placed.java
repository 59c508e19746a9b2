package dev.gantry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import dev.gantry.bundle.ResourceId;
import dev.gantry.check.Manifest;
import dev.gantry.extension.AuthorEdit;
import dev.gantry.extension.ChangedFields;
import dev.gantry.extension.ContentHash;
import dev.gantry.extension.Context;
import dev.gantry.extension.Draft;
import dev.gantry.extension.FieldOrder;
import dev.gantry.extension.Kind;
import dev.gantry.extension.Late;
import dev.gantry.extension.LateEntries;
import dev.gantry.extension.Resource;
import dev.gantry.finding.Origin;
import dev.gantry.security.Hardening;
import dev.gantry.security.PodSecurityStandard;
import dev.gantry.security.PodTemplate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A resource in its stack, with a tree that is on its way to be final. The tree is its own as far as a run changes it.
 */
final class Placed {

    private final Resource resource;
    private final Stack stack;
    private final @Nullable Origin added;
    private final @Nullable String namespace;
    private final ResourceId id;
    private final ObjectNode tree;
    private final boolean shared;
    private final List<HashLeaf> hashes = new ArrayList<>(0);
    private List<String> hardened = List.of();
    private @Nullable SortedMap<String, Origin> lines;

    /** A place in the tree where the hash of a ConfigMap goes. */
    private record HashLeaf(
            ObjectNode object, String field, ContentHash hash, AtomicReference<@Nullable JsonNode> written) {}

    Placed(Resource resource, Kind.Scope scope, Stack stack, @Nullable Origin added) {
        this.resource = resource;
        this.stack = stack;
        this.added = added;
        Draft draft = Draft.of(resource);
        this.shared = draft.isComplete() && stack.hardening() == null;
        this.tree = shared ? draft.copyMetadata() : draft.copyTree();
        this.namespace = effectiveNamespace(scope);
        this.id = new ResourceId(resource.kind().apiVersion(), resource.kind().name(), namespace, resource.name());
    }

    Resource resource() {
        return resource;
    }

    Stack stack() {
        return stack;
    }

    /** The line that added it to its stack. */
    @Nullable
    Origin added() {
        return added;
    }

    @Nullable
    String namespace() {
        return namespace;
    }

    ObjectNode tree() {
        return tree;
    }

    ResourceId id() {
        return id;
    }

    Manifest manifest() {
        return new Manifest(resource, id, stack.name(), tree, hardened, stack.hardenedAt(), lines);
    }

    /** Sets what the standard of its stack asks for, if it makes pods. */
    void harden() {
        PodSecurityStandard standard = stack.hardening();
        PodTemplate template = standard == null
                ? null
                : PodTemplate.of(id().group(), resource.kind().name(), tree);
        if (standard != null && template != null) {
            hardened = Hardening.apply(standard, template);
        }
    }

    /** Puts values in the place of late ones; content hashes wait until all content is known. */
    void resolve(Context context) {
        for (LateEntries entries : Draft.of(resource).lateEntries()) {
            entries.addTo(tree, context);
        }
        if (Draft.of(resource).hasLate()) {
            resolve(tree, context);
        }
    }

    /**
     * Writes the hashes of ConfigMaps. Called again after edits, it brings those up to date that an edit did not replace.
     */
    void hash(Context context) {
        for (HashLeaf leaf : hashes) {
            JsonNode present = leaf.object().get(leaf.field());
            if (present instanceof POJONode
                    || Objects.equals(present, leaf.written().get())) {
                JsonNode value = leaf.hash().resolve(context);
                leaf.object().set(leaf.field(), value);
                leaf.written().set(value);
            }
        }
    }

    /**
     * Makes an edit of the author's.
     *
     * @param tracing whether what it changes gets its line
     */
    void edit(AuthorEdit edit, boolean tracing) {
        JsonNode before = tracing ? tree.deepCopy() : tree;
        edit.apply(tree);
        Origin line = edit.line();
        if (tracing && line != null) {
            SortedMap<String, Origin> known = lines == null ? Draft.of(resource).lines() : lines;
            ChangedFields.between(before, tree, field -> known.put(field, line));
            lines = known;
        }
    }

    /** Brings the fields into their order. */
    void arrange() {
        if (shared) {
            FieldOrder.arrangeMetadata(tree);
        } else {
            FieldOrder.arrange(tree);
        }
    }

    private @Nullable String effectiveNamespace(Kind.Scope scope) {
        if (scope == Kind.Scope.CLUSTER) {
            return null;
        }
        return resource.ownNamespace() != null ? resource.ownNamespace() : stack.namespace();
    }

    /** Adds what its stack says of all its resources. */
    void applyDefaults() {
        if (!(tree.get("metadata") instanceof ObjectNode metadata)) {
            return;
        }
        if (namespace != null && !metadata.has("namespace")) {
            metadata.put("namespace", namespace);
        }
        if (!stack.labels().isEmpty()) {
            ObjectNode labels = object(metadata, "labels");
            for (Map.Entry<String, String> label : stack.labels().entrySet()) {
                if (!labels.has(label.getKey())) {
                    labels.put(label.getKey(), label.getValue());
                }
            }
        }
        for (StackAnnotation annotation : stack.annotations()) {
            if (!metadata.path("annotations").has(annotation.key())) {
                String value = annotation.value().apply(resource);
                if (value != null) {
                    object(metadata, "annotations").put(annotation.key(), value);
                }
            }
        }
    }

    private static ObjectNode object(ObjectNode owner, String field) {
        return owner.get(field) instanceof ObjectNode present ? present : owner.putObject(field);
    }

    private void resolve(JsonNode node, Context context) {
        if (node instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                if (!(field.getValue() instanceof POJONode leaf)) {
                    resolve(field.getValue(), context);
                } else if (leaf.getPojo() instanceof ContentHash hash) {
                    hashes.add(new HashLeaf(object, field.getKey(), hash, new AtomicReference<>()));
                } else if (leaf.getPojo() instanceof Late late) {
                    JsonNode value = late.resolve(context);
                    if (value == null) {
                        fields.remove();
                    } else {
                        field.setValue(value);
                    }
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof POJONode leaf && leaf.getPojo() instanceof Late late) {
                    JsonNode value = late.resolve(context);
                    list.set(i, value == null ? list.nullNode() : value);
                } else {
                    resolve(list.get(i), context);
                }
            }
        }
    }
}
