package dev.gantry.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.bundle.Digest;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.desired.Trees;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Remembers what an object was like right after it was applied. As long as the same is wanted of it, and nobody has changed anything but its
 * status, to apply it again would do nothing. What changed is not looked at: if it is not ours, one apply too many does no harm.
 */
final class Unchanged {

    private static final List<String> OF_THE_SERVER = List.of("managedFields", "resourceVersion", "generation");

    private final Map<ObjectRef, Applied> applied = new ConcurrentHashMap<>();

    /**
     * An object after an apply.
     *
     * @param owner the title of its owner
     * @param wanted the digest of what was applied
     * @param live the digest of what came of it
     */
    private record Applied(String owner, String wanted, String live) {}

    /** What has to be the same for an object to be unchanged. */
    static String digest(ObjectNode wanted) {
        return Digest.sha256(Trees.json(wanted));
    }

    void remember(ObjectRef ref, Owner owner, String wanted, ObjectNode live) {
        applied.put(ref, new Applied(owner.title(), wanted, withoutStatus(live)));
    }

    boolean is(ObjectRef ref, String wanted, ObjectNode live) {
        Applied before = applied.get(ref);
        return before != null && before.wanted().equals(wanted) && before.live().equals(withoutStatus(live));
    }

    /** Whether an object was applied before. */
    boolean knows(ObjectRef ref) {
        return applied.containsKey(ref);
    }

    void forget(ObjectRef ref) {
        applied.remove(ref);
    }

    void forget(Owner owner) {
        applied.values().removeIf(each -> each.owner().equals(owner.title()));
    }

    /** Of all but what the server or a controller says of it. Whoever tells of an object may order its fields in another way. */
    private static String withoutStatus(ObjectNode live) {
        ObjectNode rest = sorted(live);
        rest.remove("status");
        ObjectNode metadata = rest.withObject("/metadata");
        metadata.remove(OF_THE_SERVER);
        metadata.removeIf(field -> field.isContainerNode() && field.isEmpty());
        return Digest.sha256(Trees.json(rest));
    }

    private static ObjectNode sorted(ObjectNode object) {
        ObjectNode sorted = object.objectNode();
        new TreeMap<>(object.properties().stream()
                        .filter(field -> !field.getValue().isNull())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .forEach((name, value) -> sorted.set(name, sorted(value)));
        return sorted;
    }

    private static JsonNode sorted(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return sorted(object);
        }
        if (!value.isArray()) {
            return value;
        }
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(element -> sorted.add(sorted(element)));
        return sorted;
    }
}
