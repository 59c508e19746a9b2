package dev.gantry.engine.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.engine.cluster.ApiFailure;
import dev.gantry.engine.cluster.ApiResource;
import dev.gantry.engine.cluster.Cluster;
import dev.gantry.engine.cluster.Connection;
import dev.gantry.engine.cluster.Deletion;
import dev.gantry.engine.cluster.Discovery;
import dev.gantry.engine.cluster.Listing;
import dev.gantry.engine.cluster.ObjectRef;
import dev.gantry.engine.cluster.Write;
import dev.gantry.engine.cluster.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cluster without HTTP, for what has to be tested step by step: it fails where it is told to. What the words of the API mean
 * is the business of the tests against a server.
 */
public final class MemoryCluster implements Cluster {

    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private final Map<String, Map<String, Set<String>>> owned = new HashMap<>();
    private final List<ApiResource> kinds = new ArrayList<>();
    private final Set<String> unavailable = new TreeSet<>();
    private final List<String> requests = new ArrayList<>();
    private Function<String, @Nullable RuntimeException> before = request -> null;
    private Function<String, @Nullable RuntimeException> after = request -> null;
    private int version = 100;

    public MemoryCluster() {
        kind("v1", "Secret", "secrets", true);
        kind("v1", "ConfigMap", "configmaps", true);
        kind("v1", "Service", "services", true);
        kind("v1", "Endpoints", "endpoints", true);
        kind("v1", "PersistentVolumeClaim", "persistentvolumeclaims", true);
        kind("v1", "Namespace", "namespaces", false);
        kind("apps/v1", "Deployment", "deployments", true);
        kind("coordination.k8s.io/v1", "Lease", "leases", true);
        kind("rbac.authorization.k8s.io/v1", "ClusterRole", "clusterroles", false);
        kind("apiextensions.k8s.io/v1", "CustomResourceDefinition", "customresourcedefinitions", false);
    }

    /** Serves a kind. */
    public void kind(String apiVersion, String kind, String plural, boolean namespaced) {
        kinds.add(new ApiResource(apiVersion, kind, plural, namespaced, Set.of("get", "list", "patch", "delete")));
    }

    /** Serves a group no more. */
    public void forget(String group) {
        kinds.removeIf(kind -> kind.group().equals(group));
    }

    /** Cannot tell what is in a group. */
    public void silence(String group) {
        forget(group);
        unavailable.add(group);
    }

    /** Can tell again what is in a group: nothing. */
    public void settle(String group) {
        unavailable.remove(group);
    }

    /** Fails before a request has an effect, where the function gives a failure for it, such as for {@code get Secret shop/a}. */
    public void failBefore(Function<String, @Nullable RuntimeException> failure) {
        before = failure;
    }

    /** Fails after a request had its effect. */
    public void failAfter(Function<String, @Nullable RuntimeException> failure) {
        after = failure;
    }

    /** The requests since the last time, such as {@code apply Secret shop/gantry-shop}. */
    public List<String> requests() {
        List<String> all = List.copyOf(requests);
        requests.clear();
        return all;
    }

    /** Those that write. */
    public List<String> writes() {
        return requests().stream()
                .filter(each -> !each.startsWith("get ") && !each.startsWith("list "))
                .toList();
    }

    /** Puts an object there as another tool would, with these field managers. */
    public synchronized ObjectNode put(ObjectNode object, String... managers) {
        ObjectNode stored = object.deepCopy();
        stored.withObject("/metadata").put("uid", UUID.randomUUID().toString());
        ObjectRef ref = ref(stored);
        for (String manager : managers) {
            owners(ref).put(manager, leaves(stored));
        }
        store(ref, stored);
        return stored;
    }

    /** Changes an object behind everybody's back. */
    public synchronized void edit(ObjectRef ref, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode object = objects.get(key(ref)).deepCopy();
        change.accept(object);
        store(ref, object);
    }

    /** Takes an object away. */
    public synchronized void take(ObjectRef ref) {
        objects.remove(key(ref));
        owned.remove(key(ref));
    }

    /** The names of all objects of a kind, such as {@code shop/web}. */
    public synchronized List<String> names(String kind) {
        return objects.values().stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .map(object -> {
                    String namespace = object.at("/metadata/namespace").asText();
                    return (namespace.isEmpty() ? "" : namespace + "/")
                            + object.at("/metadata/name").asText();
                })
                .toList();
    }

    /** Where an object is. */
    public ObjectRef ref(ObjectNode object) {
        ApiResource resource = discovery()
                .resource(
                        object.path("apiVersion").asText(), object.path("kind").asText())
                .orElseThrow();
        return new ObjectRef(
                resource,
                object.at("/metadata/namespace").asText(null),
                object.at("/metadata/name").asText());
    }

    @Override
    public Connection connection() {
        return new Connection("memory", "https://memory", "default", null);
    }

    @Override
    public Discovery discovery() {
        return new MemoryDiscovery(List.copyOf(kinds), Set.copyOf(unavailable));
    }

    @Override
    public void discoverAgain() {}

    @Override
    public synchronized Optional<ObjectNode> get(ObjectRef ref) {
        begin("get " + ref);
        Optional<ObjectNode> found = Optional.ofNullable(objects.get(key(ref))).map(ObjectNode::deepCopy);
        end("get " + ref);
        return found;
    }

    @Override
    public synchronized void list(Listing listing) {
        String request =
                "list " + listing.resource().kind() + (listing.namespace() == null ? "" : " " + listing.namespace());
        begin(request);
        int count = 0;
        for (ObjectNode object : List.copyOf(objects.values())) {
            ObjectMeta meta = ObjectMeta.of(object);
            if (object.path("kind").asText().equals(listing.resource().kind())
                    && object.path("apiVersion")
                            .asText()
                            .equals(listing.resource().apiVersion())
                    && (listing.namespace() == null || listing.namespace().equals(meta.namespace()))
                    && Selectors.matches(listing.labelSelector(), meta)
                    && (listing.limit() == 0 || count < listing.limit())) {
                count++;
                ObjectNode copy = object.deepCopy();
                listing.each().accept(listing.metadataOnly() ? copy.retain("apiVersion", "kind", "metadata") : copy);
            }
        }
        end(request);
    }

    @Override
    public synchronized Written write(Write write) {
        String request = write.method().name().toLowerCase(java.util.Locale.ROOT) + " " + write.ref();
        begin(request);
        ObjectNode live = objects.get(key(write.ref()));
        ObjectNode next = switch (write.method()) {
            case CREATE -> created(write, live);
            case REPLACE -> replaced(write, live);
            case APPLY -> applied(write, live);
            case JSON_PATCH, REPEATABLE_PATCH -> patched(write, live);
        };
        store(write.ref(), next);
        end(request);
        return new Written(next.deepCopy(), List.of());
    }

    @Override
    public synchronized void delete(Deletion deletion) {
        begin("delete " + deletion.ref());
        ObjectNode live = objects.get(key(deletion.ref()));
        if (live != null) {
            ObjectMeta meta = ObjectMeta.of(live);
            boolean other = deletion.resourceVersion() != null
                    && !deletion.resourceVersion().equals(meta.resourceVersion());
            if (!meta.uid().equals(deletion.uid()) || other) {
                throw failure(409, "Conflict", "the precondition does not hold");
            }
            if (meta.finalizers().isEmpty()) {
                take(deletion.ref());
            } else {
                edit(
                        deletion.ref(),
                        object -> object.withObject("/metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z"));
            }
        }
        end("delete " + deletion.ref());
    }

    @Override
    public void close() {}

    /** A refusal. */
    public static ApiFailure failure(int status, String reason, String message) {
        return new ApiFailure(ApiFailure.Kind.REFUSED, "request", status, reason, message, List.of(), null);
    }

    private ObjectNode created(Write write, @Nullable ObjectNode live) {
        if (live != null) {
            throw failure(409, "AlreadyExists", write.ref() + " already exists");
        }
        ObjectNode next = ((ObjectNode) write.body()).deepCopy();
        next.withObject("/metadata").put("uid", UUID.randomUUID().toString());
        owners(write.ref()).put(write.manager(), leaves(next));
        return next;
    }

    private ObjectNode replaced(Write write, @Nullable ObjectNode live) {
        if (live == null) {
            throw failure(404, "NotFound", write.ref() + " not found");
        }
        ObjectNode next = ((ObjectNode) write.body()).deepCopy();
        checkVersion(next, live);
        return next;
    }

    private ObjectNode applied(Write write, @Nullable ObjectNode live) {
        ObjectNode body = ((ObjectNode) write.body()).deepCopy();
        if (live == null) {
            return created(write, null);
        }
        if (body.at("/metadata").has("resourceVersion")) {
            checkVersion(body, live);
        }
        ObjectNode next = live.deepCopy();
        Map<String, Set<String>> owners = owners(write.ref());
        Set<String> own = leaves(body);
        Set<String> dropped = new TreeSet<>(owners.getOrDefault(write.manager(), Set.of()));
        dropped.removeAll(own);
        owners.put(write.manager(), own);
        dropped.stream()
                .filter(path -> owners.values().stream().noneMatch(each -> each.contains(path)))
                .forEach(path -> JsonPatches.remove(next, path));
        for (String path : own) {
            boolean differs = !body.at(path).equals(next.at(path));
            boolean contested = owners.entrySet().stream()
                    .anyMatch(each -> !each.getKey().equals(write.manager())
                            && each.getValue().contains(path));
            if (differs && contested && !write.force()) {
                throw new ApiFailure(
                        ApiFailure.Kind.REFUSED,
                        "apply",
                        409,
                        "Conflict",
                        "conflict",
                        List.of(new ApiFailure.Cause("FieldManagerConflict", "conflict", path)),
                        null);
            }
            JsonPatches.set(next, path, body.at(path));
        }
        return next;
    }

    private ObjectNode patched(Write write, @Nullable ObjectNode live) {
        if (live == null) {
            throw failure(404, "NotFound", write.ref() + " not found");
        }
        ObjectNode next = live.deepCopy();
        JsonPatches.apply(next, write.body());
        checkVersion(next, live);
        Set<String> changed = leaves(next);
        changed.removeIf(path -> next.at(path).equals(live.at(path)));
        owners(write.ref())
                .computeIfAbsent(write.manager(), manager -> new TreeSet<>())
                .addAll(changed);
        return next;
    }

    private static void checkVersion(ObjectNode next, ObjectNode live) {
        if (!ObjectMeta.of(next).resourceVersion().equals(ObjectMeta.of(live).resourceVersion())) {
            throw failure(409, "Conflict", "the object has been modified");
        }
    }

    private void store(ObjectRef ref, ObjectNode object) {
        ObjectNode metadata = object.withObject("/metadata");
        metadata.put("resourceVersion", Integer.toString(++version));
        metadata.remove("managedFields");
        owners(ref)
                .keySet()
                .forEach(manager ->
                        metadata.withArray("/managedFields").addObject().put("manager", manager));
        objects.put(key(ref), object);
    }

    private Map<String, Set<String>> owners(ObjectRef ref) {
        return owned.computeIfAbsent(key(ref), key -> new TreeMap<>());
    }

    private static Set<String> leaves(ObjectNode object) {
        Set<String> leaves = new TreeSet<>();
        ObjectNode rest = object.deepCopy();
        rest.remove(List.of("apiVersion", "kind"));
        rest.withObject("/metadata").remove(List.of("name", "namespace", "uid", "resourceVersion", "managedFields"));
        leaves("", rest, leaves);
        return leaves;
    }

    private static void leaves(String path, JsonNode node, Set<String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> leaves(
                            path + "/" + each.getKey().replace("~", "~0").replace("/", "~1"), each.getValue(), into));
        } else {
            into.add(path);
        }
    }

    private void begin(String request) {
        requests.add(request);
        RuntimeException failure = before.apply(request);
        if (failure != null) {
            throw failure;
        }
    }

    private void end(String request) {
        RuntimeException failure = after.apply(request);
        if (failure != null) {
            throw failure;
        }
    }

    private static String key(ObjectRef ref) {
        return ref.resource().groupKind() + "|" + ref.namespace() + "|" + ref.name();
    }

    /** An object with a name. */
    public static ObjectNode object(String apiVersion, String kind, @Nullable String namespace, String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", apiVersion).put("kind", kind);
        ObjectNode metadata = object.putObject("metadata").put("name", name);
        if (namespace != null) {
            metadata.put("namespace", namespace);
        }
        return object;
    }
}
